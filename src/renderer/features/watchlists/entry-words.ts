import type { WatchEntry } from '#domain/watchlist/watchlist.ts';
import { texts } from '../../texts.ts';

/** What an entry watches, in words for people. */
export function entryWords(entry: WatchEntry): string {
  switch (entry.kind) {
    case 'selection':
      return entry.outcome;
    case 'bet':
      return `${teamsOf(entry.game)} · ${entry.market.split('|').slice(1).join(' ')} ${entry.side}`;
    case 'market':
      return `${teamsOf(entry.game)} · ${texts.watchlists.markets[entry.market]}`;
    case 'game':
      return teamsOf(entry.game);
    case 'team':
      return entry.team;
    case 'player':
      return entry.player;
  }
}

/** The provider's label without its day and hour. */
export function teamsOf(game: string): string {
  return game.replace(/, \d{4}-\d{2}-\d{2}.*$/, '');
}
