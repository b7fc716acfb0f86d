import type { Bridge } from '#contract/bridge.ts';
import type { GameHead, GameQuery, GameRow } from '#contract/game.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import { type Observable, observable, type Writable } from '../observable.ts';
import { OddsScreenStore } from '../odds/odds-screen.ts';
import { gameLink } from '../odds/screen-link.ts';
import type { Scheduler } from '../scheduler.ts';
import { type ChartRange, type HistoryReading, readHistory } from './price-history.ts';

/** The page of one game. */
export interface GamePageStore {
  /** Its prices: a row is a market. */
  readonly screen: OddsScreenStore<GameQuery, GameRow>;
  /** Who plays, and when; `null` before the answer, and when the game has left the board. */
  readonly head: Observable<GameHead | null>;
  /** The bet whose history is drawn. */
  readonly subject: Writable<BetSubject | null>;
  /** Shows a game by its label, and the history of a bet on it. */
  open(game: string, subject: BetSubject | null): void;
  close(): void;
  /** Reads the history of a bet on a game until it is stopped; `columns`: of pixels. */
  history(head: GameHead, bet: BetSubject, range: ChartRange, columns: number): HistoryReading;
  /** Asks for the same page once more: the engine may be another one. */
  reopen(): void;
  stop(): void;
}

/** Shows nothing until it is opened. */
export function gamePage(bridge: Bridge, scheduler: Scheduler): GamePageStore {
  const screen = new OddsScreenStore<GameQuery, GameRow>(gameLink(bridge), scheduler);
  const head = observable<GameHead | null>(null);
  const subject = observable<BetSubject | null>(null);
  let shown: string | null = null;

  const readHead = async (game: string) => {
    const reply = await bridge.request('game.read', { game });
    // What is known of a game that has just left stands: its last prices do as well.
    if (!reply.ok || reply.value === null || shown !== game) return;
    if (JSON.stringify(reply.value) !== JSON.stringify(head.read())) head.write(reply.value);
  };

  // Rows come anew when the game comes in, and when another listing of it comes or goes: by that its sides may turn.
  let rows = screen.shape.read().rows;
  const unsubscribe = screen.shape.subscribe(() => {
    const before = rows;
    rows = screen.shape.read().rows;
    if (shown !== null && rows !== before && rows.length > 0) void readHead(shown);
  });

  return {
    screen,
    head,
    subject,
    open(game, bet) {
      if (shown !== game) head.write(null);
      shown = game;
      subject.write(bet);
      screen.open({ game });
      void readHead(game);
    },
    history: (game, bet, range, columns) => readHistory({ bridge, scheduler }, game, bet, range, columns),
    close() {
      if (shown === null) return;
      shown = null;
      screen.close();
    },
    reopen() {
      if (shown === null) return;
      screen.reopen();
      void readHead(shown);
    },
    stop() {
      unsubscribe();
      screen.stop();
    },
  };
}
