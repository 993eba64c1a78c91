#!/usr/bin/env node
// The commands. The only file that exits the process: 0 done, 1 the archive has
// problems (`check`) or the work failed, 2 wrong usage.

import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { ArchiveError } from './archive/folder.js';
import { UsageError, type Flags } from './commands/archive.js';
import { SettingError, settingDescriptions, type Settings } from './config.js';
import { RequestError } from './pages/request-error.js';

const { version, description } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string; description: string };

const program = new Command('backmatter')
  .description(`${description}.`)
  .version(version, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .showHelpAfterError('Run "backmatter --help" for the commands.')
  .configureHelp({ showGlobalOptions: false })
  .exitOverride()
  .addHelpText(
    'after',
    `
dir is any folder of Markdown files; with issues/ and concepts/ inside, those are
used. Default: ./content, or the sample archive where there is none.

Exit codes: 0 done; 1 the archive has problems (check) or the work failed; 2 wrong usage.`,
  );

withSettings(
  program
    .command('serve')
    .description('Serve an archive as web pages and JSON')
    .argument('[dir]', 'the archive')
    .action(serveUntilSignal),
  ['host', 'port', 'title', 'language', 'baseUrl', 'keep', 'cache', 'discover', 'watch', 'stats'],
);

withSettings(
  program
    .command('search')
    .description('Search an archive and print the best passages')
    .argument('<query>', 'what to look for, as on the web page')
    .argument('[dir]', 'the archive')
    .option('--asof <month>', 'look at the archive as it stood at the end of a month or day')
    .option('--json', 'print what /api/search answers')
    .action(loaded(async () => (await import('./commands/search.js')).search)),
  ['keep', 'cache', 'discover'],
);

withSettings(
  program
    .command('check')
    .description('Report what a person should mend in an archive')
    .argument('[dir]', 'the archive')
    .option('--json', 'print the report as JSON')
    .action(loaded(async () => (await import('./commands/check.js')).check)),
  ['keep', 'cache', 'discover'],
);

const concepts = program
  .command('concepts')
  .description('List, find, accept and export concepts')
  .helpCommand(false);

withSettings(
  concepts
    .command('list')
    .description('List the concepts and how many issues and sections speak of each')
    .argument('[dir]', 'the archive')
    .option('--json', 'print what /api/concepts answers')
    .action(loaded(async () => (await import('./commands/concepts.js')).list)),
  ['keep', 'cache', 'discover'],
);

withSettings(
  concepts
    .command('propose')
    .description('Propose concepts that the archive speaks of and the glossary lacks')
    .argument('[dir]', 'the archive')
    .option('--json', 'print the proposals as JSON')
    .action(loaded(async () => (await import('./commands/concepts.js')).propose)),
  ['keep', 'cache', 'discover'],
);

withSettings(
  concepts
    .command('accept')
    .description('Write the file of a proposed concept, to be edited')
    .argument('<name>', 'its label or slug')
    .argument('[dir]', 'the archive')
    .action(loaded(async () => (await import('./commands/concepts.js')).accept)),
  ['keep', 'cache', 'discover'],
);

withSettings(
  concepts
    .command('reject')
    .description('Turn a proposed concept down for good')
    .argument('<name>', 'its label or slug')
    .argument('[dir]', 'the archive')
    .action(loaded(async () => (await import('./commands/concepts.js')).reject)),
  ['keep', 'cache', 'discover'],
);

withSettings(
  concepts
    .command('export')
    .description('Print the glossary for other programs')
    .argument('[dir]', 'the archive')
    .addOption(
      new Option('--format <format>', 'SKOS in Turtle or JSON-LD, schema.org, or a table')
        .choices(['turtle', 'jsonld', 'schema', 'csv'])
        .default('turtle'),
    )
    .option('--all', 'discovered concepts too')
    .action(loaded(async () => (await import('./commands/concepts.js')).exportAs)),
  ['title', 'baseUrl', 'keep', 'cache', 'discover'],
);

await main();

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (!(error instanceof CommanderError)) {
      const known =
        error instanceof UsageError ||
        error instanceof SettingError ||
        error instanceof RequestError ||
        error instanceof ArchiveError;
      // What we did not foresee is shown whole: it is ours to mend.
      process.stderr.write(
        `backmatter: ${known ? error.message : String((error as Error).stack)}\n`,
      );
    }
  }
}

/** Ctrl+C lets answers under way end; a second one does not wait. */
async function serveUntilSignal(dir: string | undefined, flags: Flags): Promise<void> {
  const { serve } = await import('./commands/serve.js');
  const server = await serve(dir, flags);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(0));
      void server.stop().then(() => process.exit(0));
    });
  }
}

/** What a command needs is loaded when it runs. */
function loaded<Given extends unknown[]>(
  load: () => Promise<(...given: Given) => Promise<void>>,
): (...given: Given) => Promise<void> {
  return async (...given) => (await load())(...given);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof SettingError || error instanceof RequestError ? 2 : 1;
}

function withSettings(command: Command, names: (keyof Settings)[]): void {
  command.helpOption('-h, --help', 'print this help');
  for (const name of names) {
    const { flag, meaning, fallback } = settingDescriptions[name];
    command.addOption(new Option(flag, `${meaning} (${fallback})`));
    if (!flag.includes('<')) command.addOption(new Option(flag.replace('--', '--no-')).hideHelp());
  }
}
