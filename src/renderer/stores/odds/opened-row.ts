import type { Bridge } from '#contract/bridge.ts';
import type { GameRow, LinesQuery } from '#contract/game.ts';
import { type Observable, observable, type Writable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import { OddsScreenStore } from './odds-screen.ts';
import { linesLink } from './screen-link.ts';

/** The game that is open in its row of the odds screen, with all its lines at every sportsbook. One at a time. */
export interface OpenedRow {
  /** Its label; `null` = no row is open. */
  readonly game: Observable<string | null>;
  /** Its prices: a row is a line. */
  readonly screen: OddsScreenStore<LinesQuery, GameRow>;
  /** The line that was chosen, by the key of its market; `null` = the one that most sportsbooks have. */
  readonly line: Writable<string | null>;
  /** Opens a game, or closes it where it is open already. */
  toggle(query: LinesQuery): void;
  close(): void;
  /** Asks for the same lines once more: the engine may be another one. */
  reopen(): void;
  stop(): void;
}

/** No row is open until one is opened. */
export function openedRow(bridge: Bridge, scheduler: Scheduler): OpenedRow {
  const screen = new OddsScreenStore<LinesQuery, GameRow>(linesLink(bridge), scheduler);
  const game = observable<string | null>(null);
  const line = observable<string | null>(null);
  const close = () => {
    if (game.read() === null) return;
    game.write(null);
    screen.close();
  };
  return {
    game,
    screen,
    line,
    close,
    toggle(query) {
      if (game.read() === query.game) return close();
      line.write(null);
      game.write(query.game);
      screen.open(query);
    },
    reopen() {
      if (game.read() !== null) screen.reopen();
    },
    stop: () => screen.stop(),
  };
}
