import type { NamedGame, NamedPlayer, SearchNames } from '#contract/search.ts';
import type { Board } from '#domain/board/board.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import type { Game } from '#domain/board/games.ts';
import { NONE } from '#domain/board/selections.ts';
import { teamSide } from '#domain/catalogue/outcome-side.ts';
import type { Clock } from '../../ports/clock.ts';

/** So many selections are looked at before the feed gets its turn. */
const SLICE = 20_000;
/** Targets that are answers, not people. */
const ANSWERS = /^(yes|no|over|under|odd|even|neither|none|no goal|field)$/i;

interface NamedThings {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly clock: Clock;
}

/** Every game on the board, once, and every player in one of them. Looks in slices: the feed never waits for it. */
export async function listNames({ board, fixtures, clock }: NamedThings): Promise<SearchNames> {
  const games: NamedGame[] = [];
  const placeOf = new Map<number, number>();
  for (const number of board.games.numbers()) {
    const match = fixtures.matchOf(number);
    if (placeOf.has(match)) continue;
    const { label: game, sport, home, away, startsAtMs } = board.games.at(number);
    placeOf.set(match, games.length);
    games.push({ game, sport, home, away, startsAtMs });
  }

  const players: NamedPlayer[] = [];
  const seen = new Set<string>();
  let looked = 0;
  for (const [, { game: number, head }] of board.listings.onBoard()) {
    const place = placeOf.get(fixtures.matchOf(number));
    if (place === undefined) continue;
    const game = board.games.at(number);
    for (let selection = head; selection !== NONE; selection = board.selections.next(selection)) {
      looked += 1;
      const player = playerOf(board, selection, game);
      if (player === null || seen.has(`${place} ${player}`)) continue;
      seen.add(`${place} ${player}`);
      players.push({ player, game: place });
    }
    if (looked < SLICE) continue;
    looked = 0;
    await new Promise<void>((resolve) => clock.after(0, resolve));
  }
  return { games, players };
}

/** A player is whom a bet with an over and an under is about and who is no team. */
function playerOf({ selections }: Board, selection: number, { home, away }: Game): string | null {
  const target = selections.target(selection);
  if (target === null || target === '' || selections.overUnder(selection) === null) return null;
  return teamSide(target, home, away) < 0 && !ANSWERS.test(target) ? target : null;
}
