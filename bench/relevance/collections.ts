// Reads public test collections: the texts, the questions, and which text
// answers which question how well.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Text {
  id: string;
  title: string;
  body: string;
}

export interface Collection {
  name: string;
  texts: Text[];
  questions: { id: string; q: string }[];
  /** By question, then text: how relevant, 0 for not. */
  judged: Map<string, Map<string, number>>;
}

/**
 * The collections of a folder: SMART (`.I .T .W`), TREC (`<DOC>`, `<top>`), BEIR
 * (`corpus.jsonl`), SQuAD (`*.json`, one collection each).
 */
export function readCollections(dir: string): Collection[] {
  const name = basename(dir);
  const files = readdirSync(dir);
  const read = (file: string): string => readFileSync(join(dir, file), 'utf8');
  if (files.includes('corpus.jsonl')) return [beir(dir, name)];
  const squad = files.filter((file) => file.endsWith('.json'));
  if (squad.length > 0) return squad.map((file) => squadCollection(file, read(file)));
  const judgements = files.find((file) => /rel/iu.test(file));
  const questions = files.find((file) => /q(?:ue)?ry|quer|topic|\.que$/iu.test(file));
  const texts = files.find(
    (file) => ![judgements, questions].includes(file) && /all|doc|text/iu.test(file),
  );
  if (judgements === undefined || questions === undefined || texts === undefined)
    throw new Error(`${dir} holds no test collection that this bench can read.`);
  const trec = read(texts).trimStart().startsWith('<DOC>');
  return [
    {
      name,
      texts: trec ? trecTexts(read(texts)) : smartTexts(read(texts)),
      questions: trec ? trecQuestions(read(questions)) : smartQuestions(read(questions)),
      judged: readJudgements(read(judgements)),
    },
  ];
}

function smartRecords(text: string): Map<string, string>[] {
  return text
    .split(/^\.I\s+/mu)
    .slice(1)
    .map((record) => {
      const parts = record.split(/^\.([A-Z])\b.*$/mu);
      const fields = new Map([['I', (parts[0] ?? '').trim()]]);
      for (let at = 1; at + 1 < parts.length; at += 2)
        fields.set(parts[at]!, `${fields.get(parts[at]!) ?? ''} ${parts[at + 1]!.trim()}`.trim());
      return fields;
    });
}

function smartTexts(text: string): Text[] {
  return smartRecords(text).map((fields) => ({
    id: fields.get('I') ?? '',
    title: oneLine(fields.get('T') ?? ''),
    body: oneLine(fields.get('W') ?? fields.get('A') ?? ''),
  }));
}

/** Judgements number the questions in the order of the file, whatever `.I` says. */
function smartQuestions(text: string): Collection['questions'] {
  return smartRecords(text).map((fields, index) => ({
    id: String(index + 1),
    q: oneLine(fields.get('W') ?? fields.get('T') ?? ''),
  }));
}

function trecTexts(text: string): Text[] {
  return [...text.matchAll(/<DOC>\s*<DOCNO>\s*(.*?)\s*<\/DOCNO>([^]*?)<\/DOC>/gu)].map((match) => {
    const rest = match[2]!;
    const title = /<(title|ttl|headline)>([^]*?)<\/\1>/iu.exec(rest)?.[2] ?? '';
    return { id: match[1]!, title: oneLine(title), body: oneLine(rest.replace(/<[^>]*>/gu, ' ')) };
  });
}

function trecQuestions(text: string): Collection['questions'] {
  return [...text.matchAll(/<num>\s*(?:Number:)?\s*(\d+)\s*(?:<\/num>)?\s*<title>([^<]*)/gu)].map(
    (match) => ({ id: match[1]!, q: oneLine(match[2]!) }),
  );
}

/** TREC's `question 0 text grade`, or SMART's `question text …`, which grades nothing. */
function readJudgements(text: string): Collection['judged'] {
  const rows = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter((row) => row.length >= 2);
  const trec = rows.every((row) => row.length >= 4 && row[1] === '0');
  const judged: Collection['judged'] = new Map();
  for (const row of rows) {
    const [question, id, grade] = trec ? [row[0]!, row[2]!, Number(row[3])] : [row[0]!, row[1]!, 1];
    judge(judged, question, id, grade);
  }
  return judged;
}

function beir(dir: string, name: string): Collection {
  const lines = (file: string): Record<string, string>[] =>
    readFileSync(join(dir, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, string>);
  const judged: Collection['judged'] = new Map();
  const judgements = existsSync(join(dir, 'qrels/test.tsv')) ? 'qrels/test.tsv' : 'qrels.tsv';
  for (const line of readFileSync(join(dir, judgements), 'utf8').split('\n').slice(1)) {
    const [question, id, grade] = line.split('\t');
    if (grade !== undefined) judge(judged, question!, id!, Number(grade));
  }
  return {
    name,
    texts: lines('corpus.jsonl').map((line) => ({
      id: line._id!,
      title: line.title ?? '',
      body: line.text ?? '',
    })),
    questions: lines('queries.jsonl').map((line) => ({ id: line._id!, q: line.text! })),
    judged,
  };
}

interface Squad {
  data: { paragraphs: { context: string; qas: { id: string; question: string }[] }[] }[];
}

function squadCollection(file: string, json: string): Collection {
  const collection: Collection = {
    name: file.replace(/\.json$/u, ''),
    texts: [],
    questions: [],
    judged: new Map(),
  };
  for (const { paragraphs } of (JSON.parse(json) as Squad).data) {
    for (const { context, qas } of paragraphs) {
      const id = String(collection.texts.length + 1);
      collection.texts.push({ id, title: '', body: context });
      for (const qa of qas) {
        collection.questions.push({ id: qa.id, q: qa.question });
        judge(collection.judged, qa.id, id, 1);
      }
    }
  }
  return collection;
}

function judge(judged: Collection['judged'], question: string, id: string, grade: number): void {
  let grades = judged.get(question);
  if (grades === undefined) judged.set(question, (grades = new Map<string, number>()));
  grades.set(id, Math.max(0, grade));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
