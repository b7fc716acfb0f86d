import type { ScreenRow } from '#contract/odds-screen.ts';
import { observable, type Writable } from '../observable.ts';

/** Which games by their start. */
export const GAME_TIMES = ['all', 'live', 'today', 'tomorrow'] as const;
export type GameTime = (typeof GAME_TIMES)[number];

/** What games can be sorted by: their start, how much they move now, or how little the best prices keep. */
export const GAME_ORDERS = ['start', 'movement', 'hold'] as const;
export type GameOrder = (typeof GAME_ORDERS)[number];

/** How the list of games is looked at. Not kept: a start shows all games by their start. */
export interface GameList {
  readonly time: Writable<GameTime>;
  readonly order: Writable<GameOrder>;
}

/** All games by their start. */
export function startGameList(): GameList {
  return { time: observable<GameTime>('all'), order: observable<GameOrder>('start') };
}

/** Which games are wanted, and in which order. */
export interface GameWish {
  readonly search: string;
  readonly time: GameTime;
  readonly nowMs: number;
  /** How many calendar days a time lies ahead, in the user's zone. */
  readonly daysAhead: (atMs: number) => number;
  /** What games are sorted by before their start, the smallest first; `null` = their start alone. */
  readonly rank: ((row: ScreenRow) => number) | null;
}

/** All games by their start. */
export const EVERY_GAME: GameWish = { search: '', time: 'all', nowMs: 0, daysAhead: () => 0, rank: null };

/** The wanted games by rank, then start (those without one last), then label. */
export function orderGames(rows: readonly ScreenRow[], wish: GameWish): readonly ScreenRow[] {
  const words = foldText(wish.search).split(/\s+/).filter(Boolean);
  const wanted = rows.filter((row) => matches(row, words) && isAt(row.startsAtMs, wish)).sort(byStart);
  const { rank } = wish;
  if (rank === null) return wanted;
  return wanted
    .map((row) => ({ row, rank: rank(row) }))
    .sort((left, right) => (left.rank === right.rank ? 0 : left.rank < right.rank ? -1 : 1))
    .map(({ row }) => row);
}

function isAt(startsAtMs: number | null, { time, nowMs, daysAhead }: GameWish): boolean {
  if (time === 'all') return true;
  if (startsAtMs === null) return false;
  if (time === 'live') return startsAtMs <= nowMs;
  return daysAhead(startsAtMs) === (time === 'today' ? 0 : 1);
}

function byStart(left: ScreenRow, right: ScreenRow): number {
  const leftMs = left.startsAtMs ?? Number.POSITIVE_INFINITY;
  const rightMs = right.startsAtMs ?? Number.POSITIVE_INFINITY;
  if (leftMs !== rightMs) return leftMs < rightMs ? -1 : 1;
  if (left.game !== right.game) return left.game < right.game ? -1 : 1;
  return left.rowId - right.rowId;
}

function matches(row: ScreenRow, words: readonly string[]): boolean {
  const text = foldText(`${row.away} ${row.home}`);
  return words.every((word) => text.includes(word));
}

/** Text for comparing: no case, no accents. */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
