import type { BetChange, BetOutcome } from '#contract/bets.ts';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import { tryToWrite } from '../adapters/export/disk-words.ts';
import { writeBets } from '../adapters/export/write-bets.ts';
import { ClosingLines } from '../usecases/ledger/follow-closings.ts';
import { Ledger } from '../usecases/ledger/keep-ledger.ts';
import type { PartContext } from './context.ts';
import type { HistoryPart } from './history-part.ts';
import type { OddsPart } from './odds-part.ts';

/** The user's own bets and the prices at which they close. */
export class LedgerPart {
  readonly #ledger: Ledger;
  readonly #closings: ClosingLines;

  constructor({ stores, sink, clock, observer }: PartContext, odds: OddsPart, history: HistoryPart) {
    this.#ledger = new Ledger({ store: stores.bets, changed: (news) => sink.bets(news) });
    this.#closings = new ClosingLines({
      ledger: this.#ledger,
      board: odds.board,
      fixtures: odds.fixtures,
      comparison: odds.comparison,
      isLive: () => odds.follower.isLive,
      readSeries: (query) => history.series(query),
      clock,
      notice: (text) => observer.notice?.(text),
    });
    odds.alsoTell((changes) => this.#closings.note(changes));
  }

  start(): void {
    this.#closings.start();
  }

  stop(): void {
    this.#closings.stop();
  }

  /** All bets, the newest noted first. */
  bets(): NotedBet[] {
    return this.#ledger.bets();
  }

  note(note: BetNote): BetOutcome<NotedBet> {
    return this.#looking(this.#ledger.note(note));
  }

  change(change: BetChange): BetOutcome<NotedBet> {
    return this.#looking(this.#ledger.change(change));
  }

  remove(betId: number): BetOutcome<null> {
    return this.#ledger.remove(betId);
  }

  restore(betId: number): BetOutcome<NotedBet> {
    return this.#looking(this.#ledger.restore(betId));
  }

  /** Writes all bets as CSV. Answers the file. */
  export(file: string): BetOutcome<string, 'not-saved'> {
    return tryToWrite(file, () => writeBets(file, this.#ledger.bets()));
  }

  #looking<T>(outcome: BetOutcome<T>): BetOutcome<T> {
    if (outcome.ok) this.#closings.lookNow();
    return outcome;
  }
}
