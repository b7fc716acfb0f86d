import type { Bridge } from '#contract/bridge.ts';
import type { GameRow } from '#contract/game.ts';
import type { PriceSeries, RecordedGame } from '#contract/history.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import { type Observable, observable } from '../observable.ts';

/** Columns of pixels that are asked for: enough for a wide screen. */
const COLUMNS = 1_200;

/** What is looked at of the history that is open: one of its games, one of its markets, one bet. `null` = not read yet. */
export interface RecordedView {
  readonly games: readonly RecordedGame[] | null;
  readonly game: RecordedGame | null;
  readonly markets: readonly GameRow[] | null;
  readonly bet: BetSubject | null;
  readonly series: readonly PriceSeries[] | null;
  /** Why something could not be read, as a sentence. */
  readonly failure: string | null;
}

/** The games of the history that is open, the program's own or another recording, and the prices of their bets. */
export interface RecordedGames {
  readonly view: Observable<RecordedView>;
  /** Reads the games; `label`: the game to look at first, where the history knows it. */
  open(label: string | null): Promise<void>;
  choose(label: string): Promise<void>;
  chooseBet(bet: BetSubject): Promise<void>;
  close(): void;
}

const NOTHING: RecordedView = {
  games: null,
  game: null,
  markets: null,
  bet: null,
  series: null,
  failure: null,
};

/** Opens the store; nothing is asked yet. An answer that a later choice has overtaken is dropped. */
export function openRecordedGames(bridge: Bridge): RecordedGames {
  const view = observable(NOTHING);
  let question = 0;
  const put = (part: Partial<RecordedView>) => view.write({ ...view.read(), ...part });
  const asked = () => {
    question += 1;
    const mine = question;
    return () => mine === question;
  };

  const chooseBet = async (bet: BetSubject) => {
    const { game } = view.read();
    if (game === null) return;
    put({ bet, series: null, failure: null });
    const isCurrent = asked();
    const reply = await bridge.request('history.recorded', {
      games: game.labels,
      of: { kind: 'bet', ...bet },
      fromMs: 0,
      toMs: Number.MAX_SAFE_INTEGER,
      columns: COLUMNS,
    });
    if (isCurrent()) put(reply.ok ? { series: reply.value } : { series: [], failure: reply.message });
  };
  const choose = async (label: string) => {
    const game = view.read().games?.find(({ labels }) => labels.some((each) => each.label === label)) ?? null;
    put({ game, markets: null, bet: null, series: null, failure: null });
    const isCurrent = asked();
    if (game === null) return;
    const reply = await bridge.request('history.markets', { games: game.labels });
    if (isCurrent()) put(reply.ok ? { markets: reply.value } : { markets: [], failure: reply.message });
  };

  return {
    view,
    choose,
    chooseBet,
    async open(label) {
      view.write(NOTHING);
      const isCurrent = asked();
      const reply = await bridge.request('history.games', null);
      if (!isCurrent()) return;
      put(reply.ok ? { games: reply.value } : { games: [], failure: reply.message });
      if (reply.ok && label !== null) await choose(label);
    },
    close() {
      question += 1;
      view.write(NOTHING);
    },
  };
}
