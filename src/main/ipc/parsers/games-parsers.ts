import type { GamesRequests } from '#contract/requests/games-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isText, isTextList, nothing } from './fields.ts';

/** Most games whose plays a window follows. */
const MAX_GAMES = 200;

/** Takes apart what a window asks about plays and parlays. */
export const GAMES_PARSERS: Pick<Parsers, keyof GamesRequests> = {
  'plays.follow'(input) {
    const games = fieldsOf(input)?.['games'];
    return Array.isArray(games) && (games.length === 0 || isTextList(games, MAX_GAMES))
      ? { games }
      : undefined;
  },
  'plays.followed': nothing,
  'plays.read'(input) {
    const game = fieldsOf(input)?.['game'];
    return isText(game) ? { game } : undefined;
  },
  'parlays.read'(input) {
    const sportsbook = fieldsOf(input)?.['sportsbook'];
    return isText(sportsbook) && sportsbook !== '' ? { sportsbook } : undefined;
  },
};
