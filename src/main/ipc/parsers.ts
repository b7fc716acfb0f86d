import type { Parsers } from './door.ts';
import { ALERTS_PARSERS } from './parsers/alerts-parsers.ts';
import { APP_PARSERS } from './parsers/app-parsers.ts';
import { BETS_PARSERS } from './parsers/bets-parsers.ts';
import { DESKTOP_PARSERS } from './parsers/desktop-parsers.ts';
import { FEED_PARSERS } from './parsers/feed-parsers.ts';
import { GAME_PARSERS } from './parsers/game-parsers.ts';
import { GAMES_PARSERS } from './parsers/games-parsers.ts';
import { HISTORY_PARSERS } from './parsers/history-parsers.ts';
import { ODDS_PARSERS } from './parsers/odds-parsers.ts';
import { SEARCH_PARSERS } from './parsers/search-parsers.ts';
import { WATCHLISTS_PARSERS } from './parsers/watchlists-parsers.ts';
import { WINDOWS_PARSERS } from './parsers/windows-parsers.ts';

/** One parser a request; a missing one does not compile. */
export const PARSERS: Parsers = {
  ...APP_PARSERS,
  ...ODDS_PARSERS,
  ...FEED_PARSERS,
  ...GAME_PARSERS,
  ...GAMES_PARSERS,
  ...SEARCH_PARSERS,
  ...WINDOWS_PARSERS,
  ...BETS_PARSERS,
  ...WATCHLISTS_PARSERS,
  ...HISTORY_PARSERS,
  ...DESKTOP_PARSERS,
  ...ALERTS_PARSERS,
};
