import type { FeedFilters } from '#contract/filters.ts';
import type { IsWanted } from '#domain/board/board.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { admits, isWithin } from '#domain/catalogue/filters.ts';
import type { Clock } from '../../ports/clock.ts';

/** After wider filters were confirmed, the provider's full state of what is new has to begin within this. */
const STATE_TIMEOUT_MS = 8_000;
/** Frames that were on their way when the provider confirmed have arrived by then. */
const LATE_FRAMES_MS = 3_000;

interface FollowedNeeds {
  readonly clock: Clock;
  /** Take off what is not wanted: once at the confirmation, once more for frames that came late. */
  readonly narrowed: (isWanted: IsWanted) => void;
  /** The provider has not begun to state what is new. */
  readonly overdue: () => void;
}

/**
 * The filters that the provider follows, and how much of what they let through is known in full. Between two filters
 * that were sent, what one of them excludes may have changed unheard: it counts as new.
 */
export class FollowedFilters {
  readonly #needs: FollowedNeeds;
  #filters: FeedFilters;
  /** Known is what each of these lets through; the last one was sent last. */
  #known: readonly FeedFilters[];
  #unconfirmed: FeedFilters | null = null;
  /** Filters were sent, and others before anybody confirmed them: nobody knows what was followed meanwhile. */
  #isUnsure = false;
  #isSentAgain = false;
  #cancelTimer: (() => void) | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(filters: FeedFilters, needs: FollowedNeeds) {
    this.#needs = needs;
    this.#filters = filters;
    this.#known = [filters];
  }

  /** What the board may hold. */
  get filters(): FeedFilters {
    return this.#filters;
  }

  /** A connection begins, or there is none: the next state is that of all that these let through. */
  startOver(filters: FeedFilters): void {
    this.stop();
    this.#known = [filters];
    this.#unconfirmed = null;
    this.#isUnsure = false;
    if (this.#filters === filters) return;
    this.#filters = filters;
    this.#needs.narrowed(admits(filters));
  }

  /** They were sent on the open connection, and may count from now on. */
  sent(filters: FeedFilters): void {
    this.#isSentAgain = this.#unconfirmed === filters;
    if (this.#known.at(-1) === filters) return;
    if (this.#unconfirmed !== null) this.#isUnsure = true;
    this.#unconfirmed = filters;
    this.#known = [...this.#known, filters];
  }

  /** The provider did not take what was sent last. It may have taken it when it was sent before. */
  refused(): void {
    if (this.#unconfirmed === null || this.#isSentAgain || this.#known.length === 1) return;
    this.#unconfirmed = null;
    this.#known = this.#known.slice(0, -1);
  }

  /** The provider follows them. */
  confirmed(filters: FeedFilters): void {
    const { clock, narrowed, overdue } = this.#needs;
    this.stop();
    this.#filters = filters;
    this.#unconfirmed = null;
    narrowed(admits(filters));
    if (this.#isUnsure) return overdue();
    if (this.#known.every((each) => isWithin(filters, each))) this.#known = [filters];
    else this.#cancelTimer = clock.after(STATE_TIMEOUT_MS, overdue);
    this.#cancelLook = clock.after(LATE_FRAMES_MS, () => narrowed(admits(filters)));
  }

  /** The provider states a game at a sportsbook. */
  heardState(message: BoardMessage & { kind: 'prices' }): void {
    const newest = this.#known.at(-1);
    if (this.#known.length === 1 || newest === undefined) return;
    const { at, outcomes } = message;
    const isWanted = admits(newest);
    const wereWanted = this.#known.slice(0, -1).map((each) => admits(each));
    const markets = outcomes.length === 0 ? [null] : outcomes.map(({ name }) => name ?? null);
    const isNew = markets.some(
      (market) => isWanted(at, market) && !wereWanted.every((wasWanted) => wasWanted(at, market)),
    );
    if (!isNew) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#known = [newest];
  }

  /** The connection is lost, or the program stops. */
  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#cancelLook?.();
    this.#cancelLook = undefined;
  }
}
