// `backmatter concepts list|propose|accept|reject|export`

import { basename } from 'node:path';
import { addRejected, writeConceptFile } from '../archive/glossary-folder.js';
import type { Discovery } from '../concepts/discovery/discovery.js';
import type { ExportFormat } from '../concepts/vocabulary/export.js';
import { writeConcepts, writeProposals } from '../terminal/concepts.js';
import { json } from '../terminal/json.js';
import { urls } from '../urls.js';
import { archiveFolder, buildOnce, UsageError, type Flags } from './archive.js';

export async function list(
  given: string | undefined,
  flags: Flags & { json?: boolean },
): Promise<void> {
  const { kb } = await buildOnce(archiveFolder(given), flags);
  if (flags.json) {
    const { makeConceptList } = await import('../pages/concepts.js');
    process.stdout.write(json(await makeConceptList(kb, {})));
    return;
  }
  process.stdout.write(writeConcepts(await kb.concepts()));
}

export async function propose(
  given: string | undefined,
  flags: Flags & { json?: boolean },
): Promise<void> {
  const { discoveries } = await buildOnce(archiveFolder(given), flags);
  process.stdout.write(flags.json ? json(discoveries) : writeProposals(discoveries));
}

export async function accept(name: string, given: string | undefined, flags: Flags): Promise<void> {
  const dir = archiveFolder(given);
  const { concept } = await proposal(name, dir, flags);
  const file = await writeConceptFile(dir, concept);
  if (file === undefined)
    throw new UsageError(`concepts/${concept.slug}.md is there already. Edit it.`);
  process.stdout.write(
    `Wrote ${file}. Edit its definition; what stands there is quoted from the archive.\n`,
  );
}

export async function reject(name: string, given: string | undefined, flags: Flags): Promise<void> {
  const dir = archiveFolder(given);
  const { concept } = await proposal(name, dir, flags);
  const file = await addRejected(dir, [concept.label]);
  process.stdout.write(`“${concept.label}” stands in ${file} now, and is not proposed again.\n`);
}

export async function exportAs(
  given: string | undefined,
  flags: Flags & { format: ExportFormat; all?: boolean },
): Promise<void> {
  const dir = archiveFolder(given);
  const { kb, report, settings } = await buildOnce(dir, flags);
  const base = settings.baseUrl ?? `http://${settings.host}:${settings.port}`;
  const { exportGlossary } = await import('../concepts/vocabulary/export.js');
  const glossary = (await kb.concepts()).map(({ concept }) => concept);
  process.stdout.write(
    exportGlossary(
      { concepts: glossary.filter(({ status }) => flags.all === true || status === 'curated') },
      flags.format,
      {
        title: settings.title ?? report.publication ?? basename(dir),
        address: (slug) => `${base}${urls.concept(slug)}`,
      },
    ),
  );
}

async function proposal(name: string, dir: string, flags: Flags): Promise<Discovery> {
  const { discoveries } = await buildOnce(dir, flags);
  const found = discoveries.find(
    ({ concept }) => concept.slug === name || concept.label.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) {
    throw new UsageError(`“${name}” is not proposed. See: backmatter concepts propose`);
  }
  return found;
}
