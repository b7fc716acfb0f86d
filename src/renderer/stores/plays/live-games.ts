import type { CatalogueGame } from '#contract/catalogue.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { parseGameLabel } from '#domain/identity/match/game-label.ts';

/** A game that is under way by its start: few last longer, and the provider drops them when they end. */
const LONGEST_GAME_MS = 8 * 3_600_000;

/** A game whose plays can be followed. */
export interface LiveGame {
  /** The provider's label. */
  readonly game: string;
  readonly sport: string | null;
  readonly home: string;
  readonly away: string;
  /** Unix ms. */
  readonly startsAtMs: number;
}

/**
 * The games that have started: those of the catalogue and those on the odds screen, each once, by sport and then the
 * latest start first. `sport`: the league on the odds screen.
 */
export function liveGames(
  listed: readonly CatalogueGame[],
  rows: readonly ScreenRow[],
  sport: string | null,
  nowMs: number,
): readonly LiveGame[] {
  const byLabel = new Map<string, LiveGame>();
  const note = (game: string, start: number | null, rest: Omit<LiveGame, 'game' | 'startsAtMs'>) => {
    if (start === null || !isUnderWay(start, nowMs)) return;
    byLabel.set(game, { game, startsAtMs: start, ...rest });
  };
  for (const { label, startsAtMs, sport: league } of listed)
    note(label, startsAtMs, { sport: league, ...teamsOf(label) });
  for (const row of rows) note(row.game, row.startsAtMs, { sport, home: row.home, away: row.away });
  return [...byLabel.values()].sort(
    (left, right) =>
      (left.sport ?? '\uffff').localeCompare(right.sport ?? '\uffff') ||
      right.startsAtMs - left.startsAtMs ||
      left.game.localeCompare(right.game),
  );
}

/** Whether a game can be under way by its start. Unix ms. */
export function isUnderWay(startsAtMs: number, nowMs: number): boolean {
  return startsAtMs <= nowMs && nowMs - startsAtMs <= LONGEST_GAME_MS;
}

/** The teams that a label names; the whole label where it names none. */
export function teamsOf(label: string): { readonly home: string; readonly away: string } {
  const said = parseGameLabel(label);
  return said ? { home: said.home, away: said.away } : { home: label, away: '' };
}
