import type { Rule } from '#domain/alert/rule/rule.ts';
import { scopesOf } from '#domain/alert/watching/scope.ts';
import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { KeptGame } from '../../ports/recorded-day.ts';

/** The recorded games that some rule can be about: of its league, or the match that it names by any label. */
export function gamesFor(
  rules: readonly Rule[],
  watchlists: readonly Watchlist[],
  games: readonly KeptGame[],
): readonly KeptGame[] {
  const lists = new Map(watchlists.map((each) => [each.name, each]));
  const scopes = rules.flatMap(({ on }) => scopesOf(on, lists));
  const matchOf = matchesOf(games);
  const named = new Set(scopes.flatMap((scope) => scope.games ?? []));
  const matches = new Set(games.filter((game) => isNamed(game, named)).map(({ label }) => matchOf(label)));
  return games.filter((game) =>
    scopes.some(
      (scope) =>
        (scope.sports === undefined || scope.sports.includes(game.sport)) &&
        (scope.games === undefined || matches.has(matchOf(game.label))),
    ),
  );
}

function isNamed({ label, universalId }: KeptGame, names: ReadonlySet<string>): boolean {
  return names.has(label) || (universalId !== null && names.has(universalId));
}

/** Tells which labels are one match, as the board does. */
function matchesOf(games: readonly KeptGame[]): (label: string) => number {
  const board = new Board();
  const fixtures = new Fixtures(board.games);
  for (const { label, ...game } of games) {
    const at = { ...game, game: label, sportsbook: '' };
    board.fold({ kind: 'prices', mode: 'merge', origin: 'snapshot', at, outcomes: [] }, 0);
    fixtures.note(board.changes);
  }
  return (label) => fixtures.matchOf(board.games.find(label)!);
}
