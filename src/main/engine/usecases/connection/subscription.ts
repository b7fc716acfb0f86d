import type { FeedFilters } from '#contract/filters.ts';
import { LIMITS, subscribeDelayMs } from '#domain/quota/limits.ts';
import type { Moment } from '#domain/quota/moment.ts';
import type { Clock } from '../../ports/clock.ts';

/** A changed subscribe that the provider has not confirmed after this is sent again. */
const CONFIRM_TIMEOUT_MS = 10_000;

interface SubscriptionNeeds {
  readonly clock: Clock;
  readonly send: (filters: FeedFilters) => void;
  /** The provider has taken over filters that changed on an open connection; newer ones may wait already. */
  readonly confirmed: (filters: FeedFilters) => void;
  /** How often a change is sent before it is taken as understood without a word; no end where left out. */
  readonly maxSends?: number;
}

/**
 * What one socket is subscribed to. Changes coalesce (the latest wins) and leave at least 5.5 s apart, the first
 * subscribe included; a change counts when the provider confirms it, and is sent again when it complains or is silent.
 */
export class Subscription {
  readonly #needs: SubscriptionNeeds;
  #filters: FeedFilters;
  #sentAt: Moment | null = null;
  #isOpen = false;
  #isPending = false;
  /** The change that was sent last and that nobody has confirmed. */
  #unconfirmed: FeedFilters | null = null;
  #isChange = false;
  #sends = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(filters: FeedFilters, needs: SubscriptionNeeds) {
    this.#filters = filters;
    this.#needs = needs;
  }

  get filters(): FeedFilters {
    return this.#filters;
  }

  /** Whether a change still waits for the provider's word. */
  get isPending(): boolean {
    return this.#isPending;
  }

  /** The connection is open: subscribe soon. */
  opened(): void {
    this.#isOpen = true;
    this.#isChange = false;
    this.#sends = 0;
    this.#sendSoon();
  }

  closed(): void {
    this.#isOpen = false;
    this.#isPending = false;
    this.#unconfirmed = null;
    this.#plan(undefined);
  }

  /** Wants other filters from now on. */
  change(filters: FeedFilters): void {
    this.#filters = filters;
    if (!this.#isOpen) return;
    this.#isChange = true;
    this.#sends = 0;
    this.#sendSoon();
  }

  /** The provider confirmed what was sent last. */
  confirmedByProvider(): void {
    const filters = this.#unconfirmed;
    if (filters === null) return;
    this.#unconfirmed = null;
    if (this.#isPending) this.#plan(undefined);
    this.#isPending = false;
    this.#needs.confirmed(filters);
  }

  /** The provider says that this came too fast. Answers whether the complaint was about that. */
  complained(text: string): boolean {
    if (!/re-?subscription rate limit/i.test(text)) return false;
    this.#unconfirmed = null;
    this.#sendSoon();
    return true;
  }

  #sendSoon(): void {
    this.#isPending = false;
    const waitMs = subscribeDelayMs(this.#sentAt, this.#needs.clock.moment());
    if (waitMs === 0) this.#send();
    else this.#plan(waitMs, () => this.#send());
  }

  #send(): void {
    this.#sentAt = this.#needs.clock.moment();
    this.#sends += 1;
    this.#unconfirmed = this.#isChange ? this.#filters : null;
    this.#needs.send(this.#filters);
    this.#isPending = this.#isChange && this.#sends < (this.#needs.maxSends ?? Infinity);
    this.#plan(this.#isPending ? Math.max(CONFIRM_TIMEOUT_MS, LIMITS.subscribeGapMs) : undefined, () =>
      this.#send(),
    );
  }

  #plan(inMs: number | undefined, run?: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer =
      inMs === undefined || run === undefined ? undefined : this.#needs.clock.after(inMs, run);
  }
}
