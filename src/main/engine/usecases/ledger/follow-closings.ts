import type { SeriesQuery } from '#contract/history.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import type { Comparison } from '#domain/comparison/comparison.ts';
import { turnedBet } from '#domain/identity/selection/bet-keys.ts';
import { type QuotedLine, quotedLine } from '#domain/ledger/closing-line.ts';
import { closingNow, hasStarted, isUnseen, NOTHING_SEEN } from '#domain/ledger/closing-state.ts';
import { marketPrices } from '#domain/ledger/market-prices.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import type { BetClosing } from '../../ports/bet-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ledger } from './keep-ledger.ts';
import { type ReadSeries, recordedClosing } from './recorded-closing.ts';

/** How often prices that may be the last ones are looked at, and every how many looks those of games far off. */
const LOOK_MS = 10_000;
const LOOKS_A_FAR_ONE = 6;
const NEAR_MS = 10 * 60_000;
/** A price that is read this long after the start still is the one at the start. */
const START_TOLERANCE_MS = 1000;

interface ClosingNeeds {
  readonly ledger: Ledger;
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly comparison: Comparison;
  readonly isLive: () => boolean;
  readonly readSeries: ReadSeries;
  readonly clock: Clock;
  readonly notice: (text: string) => void;
}

/**
 * Finds the prices at which noted bets close. Until a game starts, the newest prices are kept with the bet, on disk: so
 * the last ones before the start are known even if Linewatch is not running then, with the time they were seen.
 */
export class ClosingLines {
  readonly #needs: ClosingNeeds;
  /** Games with a price that moved since they were read, by number. */
  readonly #moved = new Set<number>();
  /** Bets that are being looked up in the history. */
  readonly #recalled = new Set<number>();
  #isStopped = false;
  #looks = 0;
  #isWaiting = false;
  #cancel: () => void = () => undefined;

  constructor(needs: ClosingNeeds) {
    this.#needs = needs;
  }

  /** Looks from now on, as long as there is a bet to look for; `lookNow` begins anew. */
  start(): void {
    this.#look();
  }

  /** Keeps the prices that stand now; nobody looks any more. */
  stop(): void {
    this.#cancel();
    this.#read(this.#awaiting());
    this.#isStopped = true;
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    if (!this.#isWaiting) return;
    const { selections, listings } = this.#needs.board;
    for (let at = 0; at < changes.count; at += 1) {
      const listing = listings.at(selections.listing(changes.selection(at)));
      if (listing !== undefined) this.#moved.add(listing.game);
    }
  }

  /** Looks at once: a bet is new or stands differently. */
  lookNow(): void {
    this.#cancel();
    this.#looks = 0;
    this.#look();
  }

  #look(): void {
    const bets = this.#awaiting();
    const nowMs = this.#needs.clock.nowMs();
    const isFarLook = this.#looks++ % LOOKS_A_FAR_ONE === 0;
    const moved = new Set([...this.#moved].map((game) => this.#needs.fixtures.matchOf(game)));
    this.#read(
      bets.filter(
        (bet) =>
          hasStarted(bet, nowMs) ||
          ((isFarLook || (bet.startsAtMs ?? 0) - nowMs < NEAR_MS) &&
            (bet.closing === null || moved.has(this.#matchOf(bet) ?? -1))),
      ),
    );
    if (isFarLook) this.#moved.clear();
    this.#isWaiting = bets.length > 0;
    if (!this.#isWaiting) return;
    const startsMs = bets.flatMap(({ startsAtMs }) =>
      startsAtMs !== null && startsAtMs > nowMs ? [startsAtMs - nowMs] : [],
    );
    this.#cancel = this.#needs.clock.after(Math.min(LOOK_MS, ...startsMs), () => this.#look());
  }

  /** Bets that have no final closing line and can have one: one that was placed in play can't. */
  #awaiting(): NotedBet[] {
    return this.#needs.ledger
      .bets()
      .filter(
        ({ subject, closing, startsAtMs, placedAtMs }) =>
          subject !== null && !closing?.isFinal && (startsAtMs === null || placedAtMs < startsAtMs),
      );
  }

  #matchOf({ game: label }: NotedBet): number | undefined {
    const game = this.#needs.board.games.find(label);
    return game === undefined ? undefined : this.#needs.fixtures.matchOf(game);
  }

  #read(bets: readonly NotedBet[]): void {
    const nowMs = this.#needs.clock.nowMs();
    const closings: BetClosing[] = [];
    for (const [match, ofMatch] of Map.groupBy(bets, (bet) => this.#matchOf(bet))) {
      for (const noted of ofMatch) {
        const bet = this.#calledIn(match, noted);
        const line = this.#quoted(match, bet, nowMs);
        if (isUnseen(line) && bet.closing === null && hasStarted(bet, nowMs)) void this.#recall(bet, match);
        else {
          const closing = closingNow(bet, { ...line, seenAtMs: nowMs, isFinal: false }, nowMs);
          if (closing !== null) closings.push({ betId: bet.betId, closing });
        }
      }
    }
    this.#keep(closings);
  }

  /** What the board says of a bet now: nothing once its game has started, or while prices are not current. */
  #quoted(
    match: number | undefined,
    { subject, sportsbook, startsAtMs }: NotedBet,
    nowMs: number,
  ): QuotedLine {
    const { board, comparison, isLive } = this.#needs;
    const isInTime = startsAtMs === null || nowMs < startsAtMs + START_TOLERANCE_MS;
    const isReadable = match !== undefined && isInTime && isLive();
    const market = isReadable ? comparison.marketsOf(match).get(subject!.market) : undefined;
    return quotedLine(market && marketPrices(board, market), sportsbook, subject!.side);
  }

  /** A bet was noted as its own label names the teams: its subject as the match calls it. */
  #calledIn(match: number | undefined, bet: NotedBet): NotedBet {
    const isTurned = match !== undefined && this.#needs.fixtures.isTurned(bet.game, match);
    return isTurned && bet.subject !== null ? { ...bet, subject: turnedBet(bet.subject) } : bet;
  }

  /** Looks the closing line of a started game up in the history: nobody looked at the bet before the start. */
  async #recall(bet: NotedBet, match: number | undefined): Promise<void> {
    if (this.#recalled.has(bet.betId)) return;
    this.#recalled.add(bet.betId);
    const found = await recordedClosing(bet, this.#labelsOf(bet, match), this.#needs.readSeries).catch(
      () => null,
    );
    this.#recalled.delete(bet.betId);
    if (this.#isStopped) return;
    this.#keep([{ betId: bet.betId, closing: found ?? NOTHING_SEEN }]);
  }

  /** The labels of the match, the bet's own where the game is not on the board any more. */
  #labelsOf({ game: own }: NotedBet, match: number | undefined): SeriesQuery['games'] {
    return match === undefined ? [{ label: own, isFlipped: false }] : this.#needs.fixtures.labelsOf(match);
  }

  #keep(closings: readonly BetClosing[]): void {
    if (closings.length === 0) return;
    try {
      this.#needs.ledger.keepClosings(closings);
    } catch (error) {
      this.#needs.notice(`Closing prices of noted bets can’t be kept now: ${String(error)}`);
    }
  }
}
