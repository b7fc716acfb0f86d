import type { MarketFilter } from '../../wire/odds-frames.ts';
import type { Sheet } from '../../world/prices/sheet.ts';

/** Filters as a client sends them: a key left out means all, an empty list means nothing. */
export interface Filters {
  readonly sports?: readonly string[];
  readonly sportsbooks?: readonly string[];
  readonly games?: readonly string[];
  readonly markets?: readonly string[];
}

const KEYS = ['sports', 'sportsbooks', 'games', 'markets'] as const;

/** Reads a subscribe message. `null` when it is none; strings that nothing is called by stay in, and match nothing. */
export function parseSubscribe(text: string): Filters | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(message) || message['action'] !== 'subscribe') return null;
  const given = message['filters'] ?? {};
  if (!isObject(given)) return null;
  const filters: Partial<Record<(typeof KEYS)[number], readonly string[]>> = {};
  for (const key of KEYS) {
    const values = given[key];
    if (values === undefined || values === null) continue;
    if (!Array.isArray(values)) return null;
    filters[key] = values.filter((value) => typeof value === 'string');
  }
  return filters;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A subscription that can be asked quickly. */
export class Subscription {
  readonly filters: Filters;
  readonly markets: MarketFilter;
  readonly #sports: ReadonlySet<string> | null;
  readonly #sportsbooks: ReadonlySet<string> | null;
  readonly #games: ReadonlySet<string> | null;

  constructor(filters: Filters) {
    this.filters = filters;
    this.markets = setOf(filters.markets);
    this.#sports = setOf(filters.sports);
    this.#sportsbooks = setOf(filters.sportsbooks);
    this.#games = setOf(filters.games);
  }

  /** Whether the game at this sportsbook is asked for. Its markets are a question of their own. */
  wants(sheet: Sheet): boolean {
    return (
      (this.#sportsbooks === null || this.#sportsbooks.has(sheet.book.id)) &&
      (this.#sports === null || this.#sports.has(sheet.game.league.sport)) &&
      (this.#games === null || this.#games.has(sheet.names.label)) &&
      this.markets?.size !== 0
    );
  }
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values === undefined ? null : new Set(values);
}
