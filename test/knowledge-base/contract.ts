// What any knowledge base must do, whichever engine it stands on. Each engine's
// test file calls this with a way to make an empty one.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  KnowledgeBase,
  KnowledgeBaseWriter,
  SectionEntry,
} from '../../src/knowledge-base/knowledge-base.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import type { Concept, IsoDay, Issue } from '../../src/model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../src/slug.js';
import { conceptSlug, issueSlug } from '../../src/slug.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

const first = `---
title: What the quarter is for
number: 1
date: 2023-01-10
publication: Letters
---

Planning is a conversation with a date on it.

## Key results are receipts

An OKR says what will be different. Planning without OKRs is a list.

## Paying for teams

Funding follows the plan, and the plan follows the funding.
`;

const second = `---
title: The ladder
number: 2
date: 2023-02-14
publication: Letters
author: Ines Halloran
---

A maturity model is a ladder that leans on whatever wall you own.

## Who pays for the ladder

Funding a maturity model takes a certain nerve.
`;

const third = `---
title: A note without a date
publication: Letters
---

Objectives and key results, again.
`;

const glossary = {
  okrs: '---\nlabel: OKRs\naliases: [OKR, objectives and key results]\nrelated: [planning]\n---\nGoals with receipts.\n',
  planning: '---\nlabel: Planning\n---\nDeciding what to do.\n',
  funding: '---\nlabel: Funding\n---\nMoney, and who decides on it.\n',
  'maturity-models': '---\nlabel: Maturity models\naliases: [maturity model]\n---\nStages.\n',
  roadmaps: '---\nlabel: Roadmaps\n---\nNobody speaks of these.\n',
};

export function describeKnowledgeBase(
  name: string,
  create: () => Promise<KnowledgeBase & KnowledgeBaseWriter>,
): void {
  describe(name, () => {
    let kb: KnowledgeBase & KnowledgeBaseWriter;
    beforeEach(async () => {
      kb = await create();
      await kb.replaceGlossary(glossaryFrom(glossary));
      await kb.replaceIssue(issueFrom('01-quarter.md', first));
      await kb.replaceIssue(issueFrom('02-ladder.md', second));
      await kb.replaceIssue(issueFrom('note.md', third));
    });

    describe('search', () => {
      it('finds a section by the words of its text', async () => {
        expect(await ids('nerve')).toEqual(['02-ladder#who-pays-for-the-ladder']);
      });

      it('finds a section by its heading and says so', async () => {
        const { hits } = await kb.search(query({ q: 'receipts' }));
        expect(hits[0]!.id).toBe('01-quarter#key-results-are-receipts');
        expect(hits[0]!.why.map(({ field }) => field)).toContain('heading');
      });

      it('keeps to the concept and the year asked for', async () => {
        const funding = query({ concepts: [concept('funding')] });
        expect((await kb.search(funding)).total).toBe(2);
        expect((await kb.search({ ...funding, years: [2023] })).total).toBe(2);
        expect((await kb.search({ ...funding, years: [1999] })).total).toBe(0);
      });

      it('counts facets over the whole result, not over the page shown', async () => {
        const { facets, hits } = await kb.search(query({ q: 'funding', perPage: 1 }));
        expect(hits).toHaveLength(1);
        expect(facets.concept).toContainEqual({ value: 'funding', label: 'Funding', count: 2 });
        expect(facets.year).toEqual([{ value: '2023', label: '2023', count: 2 }]);
      });

      it('shows each section once when read page by page', async () => {
        const all = await ids('funding planning okr', { perPage: 50 });
        const paged = [];
        for (let page = 1; page <= all.length; page += 1) {
          paged.push(...(await ids('funding planning okr', { page, perPage: 1 })));
        }
        expect(paged).toEqual(all);
        expect(new Set(all).size).toBe(all.length);
      });

      it('sorts by date, sections without one last', async () => {
        const order = async (sort: 'newest' | 'oldest') => [
          ...new Set(
            (await kb.search(query({ q: 'key OR planning OR maturity', sort }))).hits.map(
              ({ issue }) => issue,
            ),
          ),
        ];
        expect(await order('newest')).toEqual(['02-ladder', '01-quarter', 'note']);
        expect(await order('oldest')).toEqual(['01-quarter', '02-ladder', 'note']);
      });
    });

    it('offers concepts by an alias while the reader types', async () => {
      expect(await kb.suggest('object', 5)).toContainEqual({
        kind: 'concept',
        text: 'OKRs',
        slug: 'okrs',
      });
      expect(await kb.suggest('', 5)).toEqual([]);
    });

    it('offers concepts by a word within their names, and not by the rest of one', async () => {
      const offered = async (prefix: string) =>
        (await kb.suggest(prefix, 9)).flatMap((one) => (one.kind === 'concept' ? one.text : []));
      for (const prefix of ['m', 'models', 'Maturity Mod'])
        expect(await offered(prefix), prefix).toContain('Maturity models');
      expect(await offered('odels')).toEqual([]);
      expect(await offered('objectives and k')).toEqual(['OKRs']);
    });

    it('lists issues newest first, those without a date last', async () => {
      const { total, items } = await kb.issues({ page: 1, perPage: 2 });
      expect(total).toBe(3);
      expect(items.map(({ slug }) => slug)).toEqual(['02-ladder', '01-quarter']);
      expect((await kb.issues({ page: 2, perPage: 2 })).items.map(({ slug }) => slug)).toEqual([
        'note',
      ]);
      expect((await kb.issues({ page: 1, perPage: 9, year: 2023 })).total).toBe(2);
    });

    it('tells the issues sent before and after', async () => {
      const { previous, next } = await kb.neighbours(slug('02-ladder'));
      expect(previous?.slug).toBe('01-quarter');
      expect(next).toBeUndefined();
      expect(await kb.neighbours(slug('note'))).toEqual({});
      expect(await kb.neighbours(slug('nothing'))).toEqual({});
    });

    it('gives an issue whole, each section with its mentions', async () => {
      const entry = await kb.issue(slug('01-quarter'));
      expect(entry?.issue.title).toBe('What the quarter is for');
      const [, keyResults] = entry!.sections;
      expect(keyResults!.concepts.map(({ label }) => label)).toEqual(['OKRs', 'Planning']);
      expect(keyResults!.mentions.map(({ words }) => words)).toEqual(['OKR', 'Planning', 'OKRs']);
    });

    it('counts who speaks of a concept, and from when to when', async () => {
      expect(await kb.concept(concept('funding'))).toMatchObject({
        issueCount: 2,
        sectionCount: 2,
        first: '2023-01-10',
        latest: '2023-02-14',
      });
      expect(await kb.concept(concept('roadmaps'))).toMatchObject({ issueCount: 0, first: null });
    });

    it('lists concepts by label, with those nobody speaks of', async () => {
      expect((await kb.concepts()).map(({ concept }) => concept.label)).toEqual([
        'Funding',
        'Maturity models',
        'OKRs',
        'Planning',
        'Roadmaps',
      ]);
    });

    it('lists no discovered concept that nothing speaks of, and keeps the likeliest first', async () => {
      const found = (label: string): Concept => ({
        ...glossaryFrom({ [label.toLowerCase()]: `---\nlabel: ${label}\n---\n` }).concepts[0]!,
        status: 'discovered',
      });
      await kb.replaceGlossary({ concepts: [found('Moats'), found('Nerve'), found('Money')] });
      await kb.replaceIssue(issueFrom('04.md', '# Money\n\nNo nerve, and no money.\n'));
      const entries = await kb.concepts();
      expect(entries.map(({ concept, rank }) => [concept.label, rank])).toEqual([
        ['Money', 2],
        ['Nerve', 1],
      ]);
      expect(await kb.concept(concept('moats'))).toBeUndefined();
      expect(await kb.account(concept('moats'))).toBeUndefined();
      expect(await kb.suggest('moa', 5)).not.toContainEqual(
        expect.objectContaining({ kind: 'concept' }),
      );
      expect((await kb.counts()).concepts).toBe(2);
    });

    it('counts only what was published by a day', async () => {
      const day = '2023-01-31';
      expect(await kb.concept(concept('funding'), day)).toMatchObject({
        issueCount: 1,
        sectionCount: 1,
        latest: '2023-01-10',
      });
      // The note has no date, so that nobody knows whether it was out.
      expect(await kb.concept(concept('okrs'), '2099-01-01')).toMatchObject({ issueCount: 1 });
      const request = { page: 1, perPage: 10, sort: 'relevance' as const, asOf: day };
      const sections = await kb.sectionsOf(concept('funding'), request);
      expect(sections!.items.map(({ issue }) => issue.slug)).toEqual(['01-quarter']);
      const account = await kb.account(concept('funding'), day);
      expect(account!.timeline.quarters).toEqual([{ quarter: '2023-Q1', issues: 1, of: 1 }]);
      expect(account!.path.map(({ section }) => section)).toEqual(['01-quarter#paying-for-teams']);
    });

    it('answers as of a day as if nothing had been sent since', async () => {
      const found = glossaryFrom({ nerve: '---\nlabel: Nerve\n---\nIt takes a certain nerve.\n' });
      const nerve = found.concepts.map((one) => ({
        ...one,
        status: 'discovered' as const,
        definition: {
          ...one.definition!,
          source: '02-ladder#who-pays-for-the-ladder' as SectionId,
        },
      }));
      const concepts = [...glossaryFrom(glossary).concepts, ...nerve];
      await kb.replaceGlossary({ concepts });
      const then = await create();
      await then.replaceGlossary({ concepts });
      await then.replaceIssue(issueFrom('01-quarter.md', first));
      const day = '2023-01-31';
      expect(await kb.concepts(day)).toEqual(await then.concepts());
      expect((await kb.concepts(day)).map(({ concept }) => concept.slug)).not.toContain('nerve');
      const slugs = concepts.map(({ slug }) => slug);
      expect(await kb.relatedAmong(slugs, 5, day)).toEqual(await then.relatedAmong(slugs, 5));
      expect(await kb.relatedAmong(slugs, 5)).not.toEqual(await then.relatedAmong(slugs, 5));
      for (const to of [concept('planning'), '01-quarter#paying-for-teams' as SectionId])
        expect(await kb.related(to, 5, day), to).toEqual(await then.related(to, 5));
      expect(
        await kb.related('02-ladder#who-pays-for-the-ladder' as SectionId, 5, day),
      ).toBeUndefined();
      for (const q of ['', 'funding', 'nerve', 'ladder OR planning', '-ladder']) {
        const { total, facets, hits } = await kb.search(query({ q, asOf: day }));
        const asked = await then.search(query({ q }));
        expect({ total, facets }, q).toEqual({ total: asked.total, facets: asked.facets });
        expect(hits.map(({ id }) => id).sort(), q).toEqual(asked.hits.map(({ id }) => id).sort());
      }
    });

    it('holds as of a day what comes in later with an earlier date', async () => {
      expect((await kb.related(concept('funding'), 5, '2022-12-31'))!).toEqual([]);
      await kb.replaceIssue(issueFrom('00-early.md', second.replace('2023-02-14', '2022-12-01')));
      await kb.replaceIssue(issueFrom('00-again.md', second.replace('2023-02-14', '2022-12-02')));
      const relations = (await kb.related(concept('funding'), 5, '2022-12-31'))!;
      expect(relations.length).toBeGreaterThan(0);
    });

    describe('the account of a concept', () => {
      const about = () => kb.account(concept('funding'));

      it('tells when it came up, and in what share of the issues', async () => {
        const { timeline } = (await about())!;
        expect(timeline.first?.slug).toBe('01-quarter');
        expect(timeline.latest?.slug).toBe('02-ladder');
        expect(timeline.silence?.days).toBe(35);
        expect(timeline.quarters).toEqual([{ quarter: '2023-Q1', issues: 2, of: 2 }]);
      });

      it('lays the earliest treatment beside the latest', async () => {
        const ledger = first.replace('follows the plan', 'follows the ledger');
        await kb.replaceIssue(issueFrom('01-quarter.md', ledger));
        await kb.replaceIssue(issueFrom('02-ladder.md', `${second} No funding, no nerve.\n`));
        const { treatments } = (await about())!;
        expect(treatments!.early.text).toBe(
          'Funding follows the ledger, and the plan follows the funding.',
        );
        expect(treatments!.late.text).toBe('Funding a maturity model takes a certain nerve.');
        expect(treatments!.entered).toContain('nerve');
        expect(treatments!.left).toContain('ledger');
      });

      it('finds the concepts in its definition, never itself', async () => {
        await kb.replaceGlossary(
          glossaryFrom({
            ...glossary,
            funding: '---\nlabel: Funding\n---\nFunding is planning with money.\n',
          }),
        );
        const { definitionMentions } = (await about())!;
        expect(definitionMentions.map(({ concept, words }) => [concept, words])).toEqual([
          ['planning', 'planning'],
        ]);
      });

      it('quotes sentences on a discovered concept, of different issues', async () => {
        const found = glossaryFrom(glossary).concepts.map((one) => ({
          ...one,
          status: 'discovered' as const,
        }));
        expect((await about())!.evidence).toEqual([]);
        await kb.replaceGlossary({ concepts: found });
        const { evidence } = (await about())!;
        expect(evidence.map(({ section }) => section).sort()).toEqual([
          '01-quarter#paying-for-teams',
          '02-ladder#who-pays-for-the-ladder',
        ]);
      });

      it('quotes as candidates the sentences near it that take something back', async () => {
        await kb.replaceIssue(
          issueFrom(
            '03.md',
            '---\ntitle: Money\ndate: 2023-03-01\n---\n\nFunding again. I was wrong about it in winter. A runway is a thing.\n',
          ),
        );
        expect((await about())!.changesOfMind).toEqual([
          { section: '03#lede', text: 'I was wrong about it in winter.' },
        ]);
      });

      it('finds the sentence that defined it first, and begins the path there', async () => {
        const defining = (title: string, day: string) =>
          issueFrom(
            `${title}.md`,
            `---\ntitle: ${title}\ndate: ${day}\n---\n\nFunding is the practice of deciding beforehand who gets what, said ${title}.\n`,
          );
        await kb.replaceIssue(defining('later', '2024-01-01'));
        await kb.replaceIssue(defining('sooner', '2023-06-01'));
        const { firstDefinition, path } = (await about())!;
        expect(firstDefinition!.section).toBe('sooner#lede');
        expect(path[0]!.reason).toBe('defines it');
      });
    });

    it('knows which issue takes back which, by slug, number, file or title', async () => {
      for (const name of [
        '01-quarter',
        'No. 1',
        'issues/01-quarter.md',
        'what the quarter is for',
      ]) {
        const back = second.replace('number: 2', `number: 2\nsupersedes: ["${name}", "gone"]`);
        await kb.replaceIssue(issueFrom('02-ladder.md', back));
        const slugs = async (of: string) => {
          const entry = (await kb.issue(slug(of)))!;
          return [entry.supersedes, entry.supersededBy].map((all) => all.map(({ slug }) => slug));
        };
        expect([name, await slugs('02-ladder')]).toEqual([name, [['01-quarter'], []]]);
        expect([name, await slugs('01-quarter')]).toEqual([name, [[], ['02-ladder']]]);
        const { supersessions } = (await kb.account(concept('funding')))!;
        expect(supersessions.map(({ by, of }) => [by.slug, of.slug])).toEqual([
          ['02-ladder', '01-quarter'],
        ]);
      }
    });

    it('relates some concepts to one another and to no others', async () => {
      const slugs = ['okrs', 'planning', 'funding'].map(concept);
      const relations = await kb.relatedAmong(slugs, 5);
      expect([...relations.keys()]).toEqual(slugs);
      expect(relations.get(concept('okrs'))!.map(({ to }) => 'slug' in to && to.slug)).toContain(
        'planning',
      );
      for (const all of relations.values())
        for (const { to } of all) expect(slugs).toContain('slug' in to && to.slug);
    });

    it('gathers every section on a concept, and every mention', async () => {
      const request = { page: 1, perPage: 10 };
      const newest = await kb.sectionsOf(concept('funding'), { ...request, sort: 'newest' });
      expect(newest!.items.map(({ section }) => section.id)).toEqual([
        '02-ladder#who-pays-for-the-ladder',
        '01-quarter#paying-for-teams',
      ]);
      const mentions = await kb.mentionsOf(concept('funding'), request);
      expect(mentions!.items.map(({ section, words }) => [section, words])).toEqual([
        ['01-quarter#paying-for-teams', 'Funding'],
        ['01-quarter#paying-for-teams', 'funding'],
        ['02-ladder#who-pays-for-the-ladder', 'Funding'],
      ]);
    });

    it('tells where a concept is named and no link may stand, in the order of reading', async () => {
      const issue = `---\ntitle: Names\ndate: 2022-03-01\n---\n\nHello.\n\n## Of funding and of other things\n\nLess and less.\n\n## Funding\n\nNothing on it.\n\n## Later\n\nOn funding.\n`;
      await kb.replaceIssue(issueFrom('03-names.md', issue));
      const { unlinked } = (await kb.account(concept('funding')))!;
      expect(unlinked.map(({ section, words }) => [section, words])).toEqual([
        ['03-names#of-funding-and-of-other-things', 'funding'],
        ['03-names#funding', 'Funding'],
      ]);
    });

    it('ties related concepts with a reason', async () => {
      const relations = await kb.related(concept('okrs'), 5);
      const planning = relations!.find(({ to }) => to.kind === 'concept' && to.slug === 'planning');
      expect(planning!.reasons.map(({ kind }) => kind)).toContain('glossary');
    });

    it('answers undefined for what it does not hold', async () => {
      const request = { page: 1, perPage: 10 };
      expect(await kb.issue(slug('moats'))).toBeUndefined();
      expect(await kb.section('moats#x' as SectionId)).toBeUndefined();
      expect(await kb.concept(concept('moats'))).toBeUndefined();
      expect(await kb.sectionsOf(concept('moats'), { ...request, sort: 'newest' })).toBeUndefined();
      expect(await kb.mentionsOf(concept('moats'), request)).toBeUndefined();
      expect(await kb.account(concept('moats'))).toBeUndefined();
      expect(await kb.related(concept('moats'), 5)).toBeUndefined();
      expect(await kb.related('moats#x' as SectionId, 5)).toBeUndefined();
    });

    it('gives the sections asked for, in that order, and leaves out those it lacks', async () => {
      const wanted = ['note#lede', 'moats#x', '02-ladder#lede'] as SectionId[];
      expect((await kb.sections(wanted)).map(({ section }) => section.id)).toEqual([
        'note#lede',
        '02-ladder#lede',
      ]);
    });

    it('leads from a former id to the section of today', async () => {
      const issue = issueFrom('02-ladder.md', second);
      issue.sections[1]!.formerAnchors = ['the-payer' as never];
      await kb.replaceIssue(issue);
      const entry = await kb.section('02-ladder#the-payer' as SectionId);
      expect(entry!.section.id).toBe('02-ladder#who-pays-for-the-ladder');
    });

    it('forgets a section that a new version of the issue lacks', async () => {
      await kb.replaceIssue(issueFrom('02-ladder.md', second.split('## Who')[0]!));
      expect(await ids('nerve')).toEqual([]);
      expect(await kb.section('02-ladder#who-pays-for-the-ladder' as SectionId)).toBeUndefined();
      expect((await kb.concept(concept('funding')))!.sectionCount).toBe(1);
    });

    it('forgets a removed issue everywhere', async () => {
      await kb.removeIssue(slug('02-ladder'));
      await kb.removeIssue(slug('never-there'));
      expect(await kb.issue(slug('02-ladder'))).toBeUndefined();
      expect(await ids('ladder')).toEqual([]);
      expect((await kb.concept(concept('maturity-models')))!.issueCount).toBe(0);
      expect((await kb.issues({ page: 1, perPage: 9 })).total).toBe(2);
      expect(await kb.neighbours(slug('01-quarter'))).toEqual({});
    });

    it('links all issues anew when the glossary changes', async () => {
      await kb.replaceGlossary(glossaryFrom({ nerve: '---\nlabel: Nerve\n---\nIt takes some.\n' }));
      expect((await kb.concepts()).map(({ concept }) => concept.slug)).toEqual(['nerve']);
      expect((await kb.concept(concept('nerve')))!.sectionCount).toBe(1);
      const { facets } = await kb.search(query({ q: 'funding' }));
      expect(facets.concept.map(({ value }) => value)).toEqual(['nerve']);
    });

    it('answers the same whatever order the issues came in', async () => {
      const other = await create();
      await other.replaceIssue(issueFrom('note.md', third));
      await other.replaceIssue(issueFrom('02-ladder.md', first.replace('quarter', 'draft')));
      await other.replaceIssue(issueFrom('02-ladder.md', second));
      await other.replaceIssue(issueFrom('01-quarter.md', first));
      await other.replaceGlossary(glossaryFrom(glossary));
      expect(await everything(other)).toEqual(await everything(kb));
    });

    it('answers after any edits, with questions between them, as if built anew', async () => {
      const sentence = fc.constantFrom(
        ...['Planning needs an OKR.', 'Funding a plan takes nerve.', 'A maturity model, again.'],
        ...[
          'Nobody planned this.',
          'Planning is no ladder.',
          '\n\n## Planning\n\n',
          '\n\n## OKRs\n\n',
        ],
      );
      const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
      const save = fc.record({
        name,
        date: fc.constantFrom('2022-05-01', '2023-01-10', '2023-01-31', null),
        supersedes: fc.option(name),
        text: fc.array(sentence, { minLength: 1, maxLength: 8 }),
      });
      const edits = fc.array(fc.oneof(save, fc.record({ gone: name })), {
        minLength: 2,
        maxLength: 7,
      });
      await fc.assert(
        fc.asyncProperty(edits, async (edits) => {
          const [edited, anew] = [await create(), await create()];
          const there = new Map<string, Issue>();
          await edited.replaceGlossary(glossaryFrom(glossary));
          for (const edit of edits) {
            await everything(edited);
            if ('gone' in edit) {
              if (there.delete(edit.gone)) await edited.removeIssue(slug(edit.gone));
              continue;
            }
            const facts = [
              ...(edit.date === null ? [] : [`date: ${edit.date}`]),
              ...(edit.supersedes === null ? [] : [`supersedes: ${edit.supersedes}`]),
            ];
            const issue = issueFrom(
              `${edit.name}.md`,
              `---\ntitle: ${edit.name}\n${facts.join('\n')}\n---\n${edit.text.join(' ')}\n`,
            );
            there.set(edit.name, issue);
            await edited.replaceIssue(issue);
          }
          await anew.replaceGlossary(glossaryFrom(glossary));
          for (const issue of there.values()) await anew.replaceIssue(issue);
          expect(await everything(edited)).toBe(await everything(anew));
        }),
        { numRuns: 60 },
      );
    });

    it('answers while issues come and go', async () => {
      const { sections } = (await kb.issue(slug('01-quarter')))!;
      const asked = [
        ...sections.map(({ section }) => kb.related(section.id, 5)),
        ...['okrs', 'planning', 'funding'].flatMap((name) => [
          kb.related(concept(name), 5),
          kb.related(concept(name), 5, '2023-02-01'),
          kb.account(concept(name)),
        ]),
        kb.relatedAmong([concept('okrs'), concept('planning')], 5, '2023-02-01'),
        kb.concepts(),
      ];
      await kb.replaceIssue(
        issueFrom('01-quarter.md', `${first}\nPlanning, and planning again.\n`),
      );
      await kb.removeIssue(slug('02-ladder'));
      await Promise.all(asked);
      expect(await kb.issue(slug('02-ladder'))).toBeUndefined();
    });

    it('answers as of a day when a definition was quoted from an issue that is gone', async () => {
      const { concepts } = glossaryFrom(glossary);
      const quoted = concepts.map((concept) => ({
        ...concept,
        definition: concept.definition && { ...concept.definition, source: '01-quarter#lede' },
      }));
      await kb.replaceGlossary({ concepts: quoted as Concept[] });
      await kb.removeIssue(slug('01-quarter'));
      const related = await kb.related(concept('funding'), 5, '2023-03-01');
      expect(related?.map(({ to }) => to)).toMatchObject([{ slug: 'maturity-models' }]);
    });

    it('holds the problems of the archive', async () => {
      const problem = { file: 'a.md', line: 3, kind: 'date', what: 'No date.', how: 'Add one.' };
      await kb.replaceProblems([problem]);
      expect(await kb.problems()).toEqual([problem]);
    });

    it('counts what it holds', async () => {
      expect(await kb.counts()).toMatchObject({ issues: 3, sections: 6, concepts: 5 });
    });

    async function ids(q: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
      return (await kb.search(query({ q, ...more }))).hits.map(({ id }) => id);
    }
  });
}

/** As of which the archive is looked at, too. */
const DAY = '2023-01-20' as IsoDay;

/** All that a reader can see, as JSON, for comparing two knowledge bases. */
export async function everything(kb: KnowledgeBase): Promise<string> {
  const request = { page: 1, perPage: 100 };
  const concepts = await kb.concepts();
  const issues = await kb.issues(request);
  const whole = await Promise.all(issues.items.map(({ slug }) => kb.issue(slug)));
  const all = {
    issues,
    concepts,
    counts: await kb.counts(),
    problems: await kb.problems(),
    whole: whole.map((entry) => ({ ...entry, sections: entry!.sections.map(written) })),
    accounts: await Promise.all(concepts.map(({ concept }) => kb.account(concept.slug))),
    passages: await Promise.all(
      concepts.map(async ({ concept }) => {
        const page = await kb.sectionsOf(concept.slug, { ...request, sort: 'relevance' });
        return { ...page, items: page!.items.map(written) };
      }),
    ),
    mentions: await Promise.all(
      concepts.map(({ concept }) => kb.mentionsOf(concept.slug, request)),
    ),
    related: await Promise.all(
      [
        ...concepts.map(({ concept }) => concept.slug),
        ...whole.flatMap((entry) => entry!.sections.map(({ section }) => section.id)),
      ].map((to) => kb.related(to, 10)),
    ),
    among: [
      ...(await kb.relatedAmong(
        concepts.map(({ concept }) => concept.slug),
        5,
      )),
    ],
    suggested: await Promise.all(['pl', 'f', 'ladd'].map((prefix) => kb.suggest(prefix, 5))),
    then: {
      concepts: await kb.concepts(DAY),
      accounts: await Promise.all(concepts.map(({ concept }) => kb.account(concept.slug, DAY))),
      related: await Promise.all(concepts.map(({ concept }) => kb.related(concept.slug, 10, DAY))),
    },
    found: await Promise.all(
      ['planning', 'fundng', '"key results"', 'ladder quarter'].map((q) => kb.search(query({ q }))),
    ),
  };
  return JSON.stringify(all, (key, value: unknown) => (key === 'position' ? undefined : value), 1);
}

function written({ section, issue, mentions, concepts }: SectionEntry): unknown {
  return { ...section, tree: section.tree, issue, mentions, concepts };
}

function query(given: Partial<SearchQuery>): SearchQuery {
  return {
    q: '',
    concepts: [],
    years: [],
    publications: [],
    authors: [],
    languages: [],
    sort: 'relevance',
    page: 1,
    perPage: 20,
    ...given,
  };
}

function concept(text: string): ConceptSlug {
  return conceptSlug(text);
}

function slug(text: string): IssueSlug {
  return issueSlug(text);
}
