import { readFileSync } from 'node:fs';
import type { RuleOutcome } from '#contract/rules.ts';
import { RuleMistake } from '#domain/alert/rule/json-fields.ts';
import { type RulesFile, readRules } from '#domain/alert/rule/read-rules.ts';
import { tryToWrite } from '../adapters/export/disk-words.ts';
import { writeWhole } from '../adapters/export/whole-file.ts';
import { type KeptRules, onRenamed } from '../usecases/alerts/keep-rules.ts';
import type { KeptWatchlists } from '../usecases/watchlists/keep-watchlists.ts';

type Imported = RuleOutcome<number, 'not-saved' | 'unreadable' | 'name-taken' | 'unknown-rule'>;

/** Writes all rules, and the watchlists that they name, to a file, in the form in which they are read. Answers it. */
export function exportRules(
  file: string,
  kept: KeptRules,
  lists: KeptWatchlists,
): RuleOutcome<string, 'not-saved'> {
  const rules = kept.all();
  const named = new Set(rules.map(({ on }) => (on.type === 'watchlist' ? on.watchlist : null)));
  const watchlists = lists.all().filter(({ name }) => named.has(name));
  const text = `${JSON.stringify({ version: 1, rules, watchlists }, null, 2)}\n`;
  return tryToWrite(file, () => writeWhole(file, (whole) => whole.write(text)));
}

/** Adds the rules and watchlists of a file. Answers how many rules. */
export function importRules(file: string, kept: KeptRules, lists: KeptWatchlists): Imported {
  let read: RulesFile;
  try {
    read = readRules(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isOurs = error instanceof RuleMistake || error instanceof SyntaxError;
    if (!isOurs && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return { ok: false, code: 'unreadable', message: `${file}: ${(error as Error).message}` };
  }
  const watchlists = lists.add(read.watchlists);
  if (!watchlists.ok) return { ok: false, code: 'not-saved', message: watchlists.message };
  // one whose name was taken has another one now
  const nameOf = new Map(read.watchlists.map(({ name }, at) => [name, watchlists.value[at]!.name]));
  const added = kept.add(read.rules.map((rule) => onRenamed(rule, nameOf)));
  return added.ok ? { ok: true, value: read.rules.length } : added;
}
