import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FeedFilters } from '#contract/filters.ts';
import { PROXY_ADDRESS } from '#contract/settings.ts';
import { RuleMistake } from '#domain/alert/rule/json-fields.ts';
import { type RulesFile, readRules } from '#domain/alert/rule/read-rules.ts';

/** What `headless` was asked to do. */
export interface HeadlessOptions {
  readonly base: string;
  readonly key: string;
  /** Address of an HTTP proxy; empty = none. */
  readonly proxy: string;
  readonly dataFolder: string;
  readonly filters: FeedFilters;
  /** Stop after this long; `null` = until a signal. */
  readonly durationMs: number | null;
  readonly printChanges: boolean;
  /** `null` = the rules that are kept in the data folder. */
  readonly rules: RulesFile | null;
  /** Where to write the board on exit; `null` = nowhere. */
  readonly dumpBoardFile: string | null;
  /** Where to record the raw frames of every feed; `null` = nowhere. */
  readonly recordFile: string | null;
  /** Parse frames that could be understood by their bytes alone, too. */
  readonly parsesEveryFrame: boolean;
}

/** A mistake on the command line. `message` is a sentence that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `usage: npm run headless -- --base URL --key-file FILE --data DIR [options]   record
       npm run headless -- --export FILE --data DIR [filters]                  write what was recorded
       npm run headless -- --backup DIR --data DIR                             copy what was recorded
       npm run headless -- --dry-run FILE --data DIR                           try rules on what was recorded

  --base URL          base of all endpoints, e.g. https://spro.agency/api
  --key-file FILE     file that holds the key, and nothing else
  --data DIR          folder of the database; made when it is not there
  --proxy URL         HTTP proxy for everything, e.g. http://10.0.0.1:3128
  --sports A,B        only these leagues, exactly as the provider names them
  --sportsbooks A,B   only these sportsbooks
  --games A           only this game; repeat the flag for more (labels hold commas)
  --markets A,B       only these markets
  --duration SECONDS  stop after this long
  --changes           print a line for each price that changes
  --rules FILE        print a line for each alert of these rules, see docs/rules.md
  --dump-board FILE   on exit, write the whole board, one JSON line a selection
  --record FILE       write every frame as it comes, without the key, gzipped;
                      "npm run simulator -- --replay FILE" plays it back
  --parse-every-frame understand no frame by its bytes alone; slower, for comparison

  --export FILE       write the history: "-" is the standard output; the filters above hold
  --format FORMAT     csv, ndjson or parquet; left out, the file's ending says it
  --from TIME         only what came at this time or later, e.g. 2026-11-24 or 2026-11-24T18:30Z
  --to TIME           only what came until then
  --backup DIR        copy both databases into this folder while they are in use
  --dry-run FILE      print how often these rules would have fired in the last recorded day
`;

/** Reads the command line. Throws `UsageError` for anything it does not understand. */
export function readOptions(args: readonly string[]): HeadlessOptions {
  const values = parseFlags(args);
  const base = required(
    values.base,
    '--base',
    'the address of the provider, e.g. --base https://spro.agency/api',
  );
  return {
    base: checkedBase(base),
    key: readKey(required(values['key-file'], '--key-file', 'a file that holds your key')),
    proxy: checkedProxy(values.proxy ?? ''),
    dataFolder: required(values.data, '--data', 'a folder for the database'),
    filters: readFilters(values),
    durationMs: readDuration(values.duration),
    printChanges: values.changes ?? false,
    dumpBoardFile: values['dump-board'] ?? null,
    rules: values.rules === undefined ? null : readRulesFile('--rules', values.rules),
    recordFile: values.record ?? null,
    parsesEveryFrame: values['parse-every-frame'] ?? false,
  };
}

/** The flags as they stand on the command line. Throws `UsageError` for one that there is not. */
export function parseFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        'key-file': { type: 'string' },
        data: { type: 'string' },
        proxy: { type: 'string' },
        sports: { type: 'string', multiple: true },
        sportsbooks: { type: 'string', multiple: true },
        games: { type: 'string', multiple: true },
        markets: { type: 'string', multiple: true },
        duration: { type: 'string' },
        changes: { type: 'boolean' },
        'dump-board': { type: 'string' },
        rules: { type: 'string' },
        record: { type: 'string' },
        export: { type: 'string' },
        format: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        backup: { type: 'string' },
        'dry-run': { type: 'string' },
        'parse-every-frame': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
}

/** A flag's value. Throws `UsageError` where it is missing. */
export function required(value: string | undefined, flag: string, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`${flag} is missing: give ${what}`);
  return value;
}

function checkedBase(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url === undefined || !/^(https?|wss?):$/.test(url.protocol)) {
    throw new UsageError(
      `--base "${base}" is not an address: it has to start with https://, http://, wss:// or ws://`,
    );
  }
  return base;
}

function checkedProxy(proxy: string): string {
  if (proxy !== '' && !PROXY_ADDRESS.test(proxy))
    throw new UsageError(`--proxy "${proxy}" is not a proxy: it has to look like http://10.0.0.1:3128`);
  return proxy;
}

function readKey(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      isMissing ? `--key-file: there is no file ${file}` : `--key-file: ${file} could not be read`,
    );
  }
  if (text === '') throw new UsageError(`--key-file: ${file} is empty; it has to hold your key`);
  if (/\s/.test(text))
    throw new UsageError(
      `--key-file: ${file} holds more than one word; it has to hold the key and nothing else`,
    );
  return text;
}

/** The rules of a file that a flag names. Throws `UsageError` for what is none. */
export function readRulesFile(flag: string, file: string): RulesFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) throw new UsageError(`${flag}: there is no file ${file}`);
    throw new UsageError(
      `${flag}: ${file} is no JSON that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    return readRules(parsed);
  } catch (error) {
    if (error instanceof RuleMistake) throw new UsageError(`${flag}: ${file}: ${error.message}`);
    throw error;
  }
}

function readDuration(text: string | undefined): number | null {
  if (text === undefined) return null;
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new UsageError(`--duration "${text}" is not a number of seconds above 0`);
  return seconds * 1000;
}

interface FilterFlags {
  sports?: string[] | undefined;
  sportsbooks?: string[] | undefined;
  games?: string[] | undefined;
  markets?: string[] | undefined;
}

/** What the four filter flags narrow. */
export function readFilters(flags: FilterFlags): FeedFilters {
  const lists = {
    sports: splitList(flags.sports),
    sportsbooks: splitList(flags.sportsbooks),
    games: splitGames(flags.games),
    markets: splitList(flags.markets),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function splitList(given: readonly string[] | undefined): string[] {
  return (given ?? [])
    .flatMap((list) => list.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Game labels hold commas (`Home vs Away, 2025-07-23, 01`): several in one flag are told apart by their form. */
function splitGames(given: readonly string[] | undefined): string[] {
  return (given ?? []).flatMap((list) => {
    const labels = list.match(/[^\s,][^,]*, \d{4}-\d{2}-\d{2}, \d{2}(?:, [0-9a-f]{12}| [0-9a-f]{12})?/g);
    const isWhole = labels !== null && labels.join(',').replaceAll(' ', '') === list.replaceAll(' ', '');
    return isWhole ? labels : [list.trim()];
  });
}
