import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { describeKnowledgeBase } from './contract.js';

describeKnowledgeBase('the knowledge base in memory', async () => createMemoryKnowledgeBase());
