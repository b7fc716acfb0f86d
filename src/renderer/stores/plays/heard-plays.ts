import type { Bridge } from '#contract/bridge.ts';
import type { PlaysNews } from '#contract/plays.ts';
import { type Observable, observable } from '../observable.ts';
import { mergePlays } from './merge-plays.ts';

/** More plays than these nobody scrolls back to in a ticker. */
export const MOST_HEARD = 60;

const SILENCE: PlaysNews = { plays: [], games: [] };

/** The plays of games that other windows follow: a window that only looks on. */
export interface HeardPlays {
  /** Games by their newest word, plays oldest first. */
  readonly news: Observable<PlaysNews>;
  stop(): void;
}

/** Listens first, then asks what was missed; another run of the engine begins anew. */
export function hearPlays(bridge: Bridge): HeardPlays {
  const news = observable(SILENCE);
  let run = 0;
  const receive = ({ plays, games }: PlaysNews) => {
    const before = news.read();
    const known = new Map(before.games.map((game) => [game.game, game]));
    for (const game of games) known.set(game.game, game);
    news.write({
      plays: mergePlays(before.plays, plays).slice(-MOST_HEARD),
      games: [...known.values()],
    });
  };
  const read = async () => {
    const mine = run;
    const reply = await bridge.request('plays.followed', null);
    if (reply.ok && mine === run) receive(reply.value);
  };
  const unlistens = [
    bridge.listen('plays', receive),
    bridge.listen('engine.started', () => {
      run += 1;
      news.write(SILENCE);
      void read();
    }),
  ];
  void read();
  return {
    news,
    stop() {
      run += 1;
      for (const unlisten of unlistens) unlisten();
    },
  };
}
