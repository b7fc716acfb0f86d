import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import { marketSideWords } from '#domain/identity/selection/bet-words.ts';
import type { WatchEntry } from '#domain/watchlist/watchlist.ts';
import { texts } from '../../texts.ts';

/** What an entry watches, in words for people. */
export function entryWords(entry: WatchEntry): string {
  switch (entry.kind) {
    case 'selection':
      return entry.outcome;
    case 'bet':
      return `${marketSideWords(entry.market, entry.side, entry.game)} · ${labelWithoutTime(entry.game)}`;
    case 'market':
      return `${labelWithoutTime(entry.game)} · ${texts.watchlists.markets[entry.market]}`;
    case 'game':
      return labelWithoutTime(entry.game);
    case 'team':
      return entry.team;
    case 'player':
      return entry.player;
  }
}
