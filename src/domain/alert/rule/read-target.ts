import { readEntry } from '../../watchlist/read-watchlists.ts';
import type { WatchSubject } from '../../watchlist/watchlist.ts';
import type { JsonFields } from './json-fields.ts';
import type { RuleTarget } from './rule.ts';

const FILTER_LISTS = ['sports', 'markets', 'games', 'teams', 'players', 'sides'] as const;

/** Reads what a rule looks at. Throws `RuleMistake`. */
export function readTarget(fields: JsonFields): RuleTarget {
  const type = fields.choice('type', ['league', 'watchlist', 'entry', 'filter']);
  switch (type) {
    case 'league':
      return ended(fields, { type, sport: fields.text('sport') });
    case 'watchlist':
      return ended(fields, { type, watchlist: fields.text('watchlist') });
    case 'entry':
      return ended(fields, { type, entry: entryOf(fields) });
    case 'filter': {
      const lists = FILTER_LISTS.flatMap((name) => (fields.has(name) ? [[name, fields.texts(name)]] : []));
      return ended(fields, { type, ...Object.fromEntries(lists) } as RuleTarget);
    }
  }
}

function ended(fields: JsonFields, target: RuleTarget): RuleTarget {
  fields.end();
  return target;
}

function entryOf(fields: JsonFields): WatchSubject {
  const read = readEntry(fields.raw('entry'));
  if (typeof read === 'string') return fields.wrong('entry', `is no entry of a watchlist: ${read}`);
  const { entryId: _, ...subject } = read;
  return subject;
}
