import type { SettingsStore } from '../desktop/settings-store.ts';
import type { Handlers } from '../ipc/door.ts';
import type { EngineThread } from './engine-thread.ts';
import type { FeedChoice } from './feed-choice.ts';
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
import type { StatusBoard } from './status-board.ts';

interface HandlerNeeds {
  /** Resolves when the engine runs; rejects when it could not be started. */
  readonly engine: Promise<EngineThread>;
  readonly status: StatusBoard;
  readonly settings: SettingsStore;
  readonly choice: FeedChoice;
  readonly windows: MovableWindows;
  readonly desktop: DesktopNeeds;
}

/** What each request does, topic by topic. */
export function createHandlers({
  engine,
  status,
  settings,
  choice,
  windows,
  desktop,
}: HandlerNeeds): Handlers {
  const ask: Ask = async (name, input) => (await engine).call(name, input);
  return {
    ...appHandlers(ask, status, settings),
    ...oddsHandlers(ask),
    ...feedHandlers(ask, settings, choice),
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
