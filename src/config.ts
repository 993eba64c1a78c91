// Settings: flag, else environment, else backmatter.yaml, else default. Each is
// documented once, in the table below; `--help` and the README show the same words.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

export interface Settings {
  host: string;
  port: number;
  title: string | null;
  /** null: that of the archive. */
  language: string | null;
  baseUrl: string | null;
  keep: string[];
  cache: string | null;
  discover: boolean;
  /** null: where somebody sits at a terminal. */
  watch: boolean | null;
  stats: boolean;
}

export interface SettingDescription {
  /** `--flag <value>` of `backmatter serve`, and where another command uses it. */
  flag: string;
  environment: string;
  /** The key in backmatter.yaml. */
  key: string;
  meaning: string;
  fallback: string;
}

/** Wrong usage: a setting that cannot be used. The command exits with 2. */
export class SettingError extends Error {}

export const settingDescriptions: Record<keyof Settings, SettingDescription> = {
  host: {
    flag: '--host <address>',
    environment: 'BACKMATTER_HOST',
    key: 'host',
    meaning: 'Address to listen on. The default is reached from this machine alone.',
    fallback: '127.0.0.1',
  },
  port: {
    flag: '--port <number>',
    environment: 'BACKMATTER_PORT',
    key: 'port',
    meaning: 'Port to listen on; 0 takes any free one.',
    fallback: '3000',
  },
  title: {
    flag: '--title <text>',
    environment: 'BACKMATTER_TITLE',
    key: 'title',
    meaning: 'Name of the archive, shown on every page.',
    fallback: "the issues' publication, else the folder's name",
  },
  language: {
    flag: '--language <code>',
    environment: 'BACKMATTER_LANGUAGE',
    key: 'language',
    meaning: 'Language of the pages around the text: `en`, `de` or `ja`.',
    fallback: 'that of most issues where it is one of these, else `en`',
  },
  baseUrl: {
    flag: '--base-url <url>',
    environment: 'BACKMATTER_BASE_URL',
    key: 'base-url',
    meaning: 'Address that readers reach the server at, for links in the sitemap.',
    fallback: 'none: links are given without a host',
  },
  keep: {
    flag: '--keep <rules>',
    environment: 'BACKMATTER_KEEP',
    key: 'keep',
    meaning: 'Cleaning rules to leave off, separated by commas; docs/reading.md names them.',
    fallback: 'none: every rule is on',
  },
  cache: {
    flag: '--cache <folder>',
    environment: 'BACKMATTER_CACHE',
    key: 'cache',
    meaning:
      'Folder for what makes the next start fast; it can be thrown away. `none` keeps nothing.',
    fallback: '.backmatter in the archive',
  },
  discover: {
    flag: '--discover',
    environment: 'BACKMATTER_DISCOVER',
    key: 'discover',
    meaning:
      'Show the concepts that were found in the archive beside those of the glossary; `--no-discover` shows the glossary alone.',
    fallback: 'true',
  },
  watch: {
    flag: '--watch',
    environment: 'BACKMATTER_WATCH',
    key: 'watch',
    meaning: 'Take in what changes in the folder while serving; `--no-watch` does not.',
    fallback: 'true on a terminal',
  },
  stats: {
    flag: '--stats',
    environment: 'BACKMATTER_STATS',
    key: 'stats',
    meaning:
      'Print, every ten seconds, what is held in memory and how late answers were for want of the processor.',
    fallback: 'false',
  },
};

const text = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));

const YES = ['true', '1', 'yes', 'on', 'y', 'enabled'];
const NO = ['false', '0', 'no', 'off', 'n', 'disabled'];
const yesOrNo = v.pipe(
  v.unknown(),
  v.transform((given) => String(given).toLowerCase()),
  v.picklist([...YES, ...NO], 'must be true or false'),
  v.transform((word) => YES.includes(word)),
);

const schemas = {
  host: text,
  port: v.pipe(
    v.unknown(),
    v.transform(Number),
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(0, 'must be 0 to 65535'),
    v.maxValue(65_535, 'must be 0 to 65535'),
  ),
  title: text,
  language: v.picklist(['en', 'de', 'ja'], 'must be en, de or ja'),
  baseUrl: v.pipe(
    text,
    v.trim(),
    v.regex(/^https?:\/\//, 'must begin with http:// or https://'),
    v.url('must begin with http:// or https://'),
    v.transform((url) => url.replace(/\/+$/, '')),
  ),
  keep: v.pipe(
    v.union(
      [
        v.pipe(
          v.string(),
          v.transform((names) => names.split(',')),
        ),
        v.array(v.string()),
      ],
      'must be a text',
    ),
    v.transform((names) => names.map((name) => name.trim()).filter((name) => name !== '')),
  ),
  cache: text,
  discover: yesOrNo,
  watch: yesOrNo,
  stats: yesOrNo,
} satisfies Record<keyof Settings, v.GenericSchema>;

const defaults: Settings = {
  host: '127.0.0.1',
  port: 3000,
  title: null,
  language: null,
  baseUrl: null,
  keep: [],
  cache: null,
  discover: true,
  watch: null,
  stats: false,
};

/**
 * The settings for an archive's folder. `flags` holds what the command line
 * gave, by the names of `Settings`.
 *
 * @throws SettingError that names the setting, where it was given, and the mend
 */
export async function readSettings(
  dir: string,
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Settings> {
  const file = await readSettingsFile(dir);
  const settings: Record<string, unknown> = { ...defaults };
  for (const [name, { flag, environment: variable, key }] of Object.entries(settingDescriptions)) {
    const given = [
      { value: flags[name], place: flag.split(' ')[0]! },
      { value: environment[variable], place: variable },
      { value: file[key], place: `"${key}" in backmatter.yaml` },
    ].find(({ value }) => value !== undefined);
    if (given === undefined) continue;
    const result = v.safeParse(schemas[name as keyof Settings], given.value);
    if (!result.success) throw new SettingError(`${given.place} ${result.issues[0].message}.`);
    settings[name] = result.output;
  }
  return settings as unknown as Settings;
}

async function readSettingsFile(dir: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(join(dir, 'backmatter.yaml'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SettingError('backmatter.yaml cannot be read. Make it readable, or remove it.', {
      cause: error,
    });
  }
  const data = await parseYaml(text);
  const known = new Set(Object.values(settingDescriptions).map(({ key }) => key));
  for (const key of Object.keys(data)) {
    if (!known.has(key)) {
      throw new SettingError(
        `backmatter.yaml has an unknown setting "${key}". Use ${[...known].join(', ')}.`,
      );
    }
  }
  return data;
}

async function parseYaml(text: string): Promise<Record<string, unknown>> {
  const { parse } = await import('yaml');
  let data: unknown;
  try {
    data = parse(text, { maxAliasCount: 10 }) ?? {};
  } catch (error) {
    const [firstLine] = (error as Error).message.split('\n');
    throw new SettingError(`backmatter.yaml is not valid YAML: ${firstLine}`, { cause: error });
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new SettingError('backmatter.yaml must hold settings as "name: value" lines.');
  }
  return data as Record<string, unknown>;
}
