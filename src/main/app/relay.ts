import type { EngineEvent } from './engine-thread.ts';
import { say } from './life/log.ts';
import type { StatusBoard } from './status-board.ts';
import { broadcast, sendTo } from './windows.ts';

/** Passes the engine's news on to the windows that they are for. */
export function relay(event: EngineEvent, status: StatusBoard): void {
  switch (event.kind) {
    case 'batch':
      return sendTo(event.windowId, 'screen.batch', event.batch);
    case 'game-batch':
      return sendTo(event.windowId, 'game.batch', event.batch);
    case 'lines-batch':
      return sendTo(event.windowId, 'lines.batch', event.batch);
    case 'status':
      return status.feed(event.status);
    case 'stats':
      return status.stats(event.stats);
    case 'storage':
      return status.storage(event.state);
    case 'catalogue':
      return broadcast('catalogue', event.catalogue);
    case 'filters':
      return broadcast('filters', event.state);
    case 'plays':
      return broadcast('plays', event.news);
    case 'bets':
      return broadcast('bets', event.news);
    case 'watchlists':
      return broadcast('watchlists', event.watchlists);
    case 'watched':
      return sendTo(event.windowId, 'watched', event.prices);
    case 'dry-run':
      return broadcast('dryRun', event.progress);
    case 'export':
      return broadcast('export', event.progress);
    case 'alerts':
      return broadcast('alerts', event.news);
    case 'rules':
      return broadcast('rules', event.rules);
    case 'notice':
      return say(event.text);
  }
}
