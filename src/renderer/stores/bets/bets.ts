import type { Bridge } from '#contract/bridge.ts';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import { notingIn, readingIn } from '../failure.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import { openUndo } from '../undo.ts';
import type { BetFields } from './bet-fields.ts';

/** The form in which a bet is noted or changed. */
export interface BetForm {
  /** The bet that is changed; `null` = a new one. */
  readonly betId: number | null;
  readonly fields: BetFields;
}

/** What a bet from the board begins with; the rest is what bets usually have. */
export type BetPrefill = Pick<
  BetFields,
  'sport' | 'game' | 'sportsbook' | 'wording' | 'subject' | 'startsAtMs' | 'price'
>;

/** The user's own bets. */
export interface BetsStore {
  /** The newest noted first; `null` before they are read. */
  readonly bets: Observable<readonly NotedBet[] | null>;
  /** Why the last thing asked for did not happen, as a sentence. */
  readonly failure: Observable<string | null>;
  /** Where the ledger was written last. */
  readonly exported: Observable<string | null>;
  readonly form: Observable<BetForm | null>;
  /** The bet that was just removed and can be taken back. */
  readonly removed: Observable<NotedBet | null>;
  /** Opens the form of a new bet. */
  open(prefill?: BetPrefill): void;
  edit(bet: NotedBet): void;
  closeForm(): void;
  /** Keeps what the form holds; answers whether it was kept. */
  save(note: BetNote): Promise<boolean>;
  settle(bet: NotedBet, result: NotedBet['result']): Promise<void>;
  remove(bet: NotedBet): Promise<void>;
  takeBack(): Promise<void>;
  exportAll(): Promise<void>;
  stop(): void;
}

const BLANK: BetPrefill = {
  sport: '',
  game: '',
  sportsbook: '',
  wording: '',
  subject: null,
  startsAtMs: null,
  price: '',
};

/** Reads the bets, and again when the engine begins anew; follows what any window and the closing prices change. */
export function openBets(bridge: Bridge, scheduler: Scheduler, currency = () => 'USD'): BetsStore {
  const bets = observable<readonly NotedBet[] | null>(null);
  const failure = observable<string | null>(null);
  const failed = notingIn(failure);
  const readingFailed = readingIn(failure);
  const exported = observable<string | null>(null);
  const form = observable<BetForm | null>(null);
  const undo = openUndo<NotedBet>(scheduler);

  const read = async () => {
    const reply = await bridge.request('bets.read', null);
    if (!readingFailed(reply)) bets.write(reply.value);
  };
  const change = async (betId: number, note: BetNote) =>
    !failed(await bridge.request('bets.change', { betId, note }));

  const unlistens = [
    bridge.listen('bets', ({ changed, removed: gone }) => {
      const news = new Map(changed.map((bet) => [bet.betId, bet]));
      const kept = (bets.read() ?? []).filter(({ betId }) => !news.has(betId) && !gone.includes(betId));
      bets.write([...kept, ...news.values()].sort((left, right) => right.betId - left.betId));
    }),
    bridge.listen('engine.started', () => {
      undo.offer(null);
      void read();
    }),
  ];
  void read();

  return {
    bets,
    failure,
    exported,
    form,
    removed: undo.removed,
    open(prefill = BLANK) {
      failure.write(null);
      const last = bets.read()?.[0];
      form.write({
        betId: null,
        fields: {
          ...prefill,
          stake: last ? String(last.stakeHundredths / 100) : '',
          currency: last?.currency ?? currency(),
          placedAtMs: scheduler.nowMs(),
          comment: '',
          result: 'open',
        },
      });
    },
    edit(bet) {
      failure.write(null);
      const { american, stakeHundredths, ...rest } = bet;
      const price = american > 0 ? `+${american}` : String(american);
      form.write({ betId: bet.betId, fields: { ...rest, price, stake: String(stakeHundredths / 100) } });
    },
    closeForm: () => form.write(null),
    async save(note) {
      const betId = form.read()?.betId ?? null;
      const isSaved =
        betId === null ? !failed(await bridge.request('bets.note', note)) : await change(betId, note);
      if (isSaved) form.write(null);
      return isSaved;
    },
    async settle({ betId, closing: _, ...note }, result) {
      await change(betId, { ...note, result });
    },
    async remove(bet) {
      if (!failed(await bridge.request('bets.remove', { betId: bet.betId }))) undo.offer(bet);
    },
    async takeBack() {
      const bet = undo.removed.read();
      if (bet && !failed(await bridge.request('bets.restore', { betId: bet.betId }))) undo.offer(null);
    },
    async exportAll() {
      const reply = await bridge.request('bets.export', null);
      if (!failed(reply) && reply.value !== null) exported.write(reply.value);
    },
    stop() {
      undo.stop();
      for (const unlisten of unlistens) unlisten();
    },
  };
}
