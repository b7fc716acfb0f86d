import type { SettingsStore } from '../desktop/settings-store.ts';
import type { Handlers } from '../ipc/door.ts';
import { alertsHandlers } from './handlers/alerts-handlers.ts';
import { appHandlers } from './handlers/app-handlers.ts';
import type { Ask } from './handlers/ask.ts';
import { betsHandlers } from './handlers/bets-handlers.ts';
import { type DesktopNeeds, desktopHandlers } from './handlers/desktop-handlers.ts';
import { feedHandlers } from './handlers/feed-handlers.ts';
import { gameHandlers } from './handlers/game-handlers.ts';
import { gamesHandlers } from './handlers/games-handlers.ts';
import { historyHandlers } from './handlers/history-handlers.ts';
import { oddsHandlers } from './handlers/odds-handlers.ts';
import { searchHandlers } from './handlers/search-handlers.ts';
import { watchlistsHandlers } from './handlers/watchlists-handlers.ts';
import { type MovableWindows, windowsHandlers } from './handlers/windows-handlers.ts';
import type { RunningFeed } from './run-feed.ts';

interface HandlerNeeds {
  readonly feed: RunningFeed;
  readonly settings: SettingsStore;
  readonly windows: MovableWindows;
  readonly desktop: DesktopNeeds;
}

/** What each request does, topic by topic. */
export function createHandlers({ feed, settings, windows, desktop }: HandlerNeeds): Handlers {
  const ask: Ask = async (name, input) => {
    await feed.begun;
    return feed.engine.call(name, input);
  };
  return {
    ...appHandlers(ask, feed, settings),
    ...oddsHandlers(ask),
    ...feedHandlers(ask, settings, feed.choice),
    ...gameHandlers(ask),
    ...gamesHandlers(ask),
    ...searchHandlers(ask),
    ...windowsHandlers(windows),
    ...desktopHandlers(desktop),
    ...betsHandlers(ask),
    ...watchlistsHandlers(ask),
    ...historyHandlers(ask),
    ...alertsHandlers(ask),
  };
}
