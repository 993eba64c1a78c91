// Tests that read issues in this thread may need it; threads load it for themselves.

import { loadDetector } from '../src/text/language.js';

await loadDetector();
