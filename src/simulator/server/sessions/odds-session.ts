import { jsonValue } from '../../wire/json-text.ts';
import { offersAny, writeInitialState, writeOddsMessage } from '../../wire/odds-frames.ts';
import type { OddsMessage, WorldMessage } from '../../world/messages.ts';
import type { Sheet } from '../../world/prices/sheet.ts';
import type { World } from '../../world/world.ts';
import type { Limits } from '../limits/limits.ts';
import { type Plan, planRefusal } from '../limits/plan.ts';
import type { Outlet } from '../outlet.ts';
import type { SimulatorStats } from '../stats.ts';
import { WORDS } from '../words.ts';
import type { Session, SessionClock } from './session.ts';
import { parseSubscribe, Subscription } from './subscription.ts';

/** How long a stretch of the snapshot may hold up the thread. */
const STRETCH_MS = 6;
const WAIT_FOR_CLIENT_MS = 15;

/** What all odds sessions share. */
export interface OddsFeed {
  readonly world: World;
  readonly limits: Limits;
  readonly plan: Plan;
  readonly clock: SessionClock;
  readonly stats: SimulatorStats;
  /** Whether a new subscription is answered by the state of everything in it. */
  readonly resendsState: boolean;
}

/** The odds socket of one client: its subscription, its snapshot, and the changes after it. */
export class OddsSession implements Session {
  readonly #feed: OddsFeed;
  readonly #outlet: Outlet;
  #subscription: Subscription | null = null;
  #subscribedAtMs: number | null = null;
  /** Sheets whose state is still to be sent; their changes wait, the state will hold them. */
  #pending = new Set<Sheet>();
  #stopSnapshot: () => void = () => undefined;

  constructor(feed: OddsFeed, outlet: Outlet) {
    this.#feed = feed;
    this.#outlet = outlet;
  }

  get isSubscribed(): boolean {
    return this.#subscription !== null;
  }

  receive(text: string): void {
    const filters = parseSubscribe(text);
    if (filters === null) {
      this.#refuse(WORDS.notUnderstood);
      return;
    }
    const { limits, plan, clock, stats } = this.#feed;
    const nowMs = clock.nowMs();
    if (!limits.resubscribe(this.#subscribedAtMs, nowMs)) {
      this.#refuse(WORDS.resubscribeLimit);
      return;
    }
    const sports = filters.sports?.length ?? Infinity;
    const refusal = planRefusal(plan, sports, filters.markets?.length ?? Infinity);
    if (refusal !== null) {
      this.#refuse(refusal);
      return;
    }
    stats.subscribes += 1;
    const isFirst = this.#subscription === null;
    this.#subscribedAtMs = nowMs;
    this.#subscription = new Subscription(filters);
    if (!isFirst) {
      this.#outlet.control(jsonValue({ action: 'subscription_updated', message: WORDS.subscriptionUpdated }));
    }
    if (isFirst || this.#feed.resendsState) this.#sendState(this.#subscription);
  }

  deliver(messages: readonly WorldMessage[]): void {
    const subscription = this.#subscription;
    if (subscription === null) return;
    for (const message of messages) {
      if (message.feed !== 'odds' || !this.#concerns(message, subscription)) continue;
      const text =
        subscription.markets === null ? wholeText(message) : writeOddsMessage(message, subscription.markets);
      if (text !== null) this.#outlet.data(text);
    }
    this.#outlet.flush();
  }

  end(): void {
    this.#stopSnapshot();
    this.#pending.clear();
    this.#subscription = null;
  }

  #concerns(message: OddsMessage, subscription: Subscription): boolean {
    if ('cleared' in message) return message.cleared.some((sheet) => mayHold(sheet, subscription));
    if (message.action === 'game_removed') return mayHold(message.sheet, subscription);
    return subscription.wants(message.sheet) && !this.#pending.has(message.sheet);
  }

  #refuse(message: string): void {
    this.#outlet.control(jsonValue({ action: 'error', message }));
  }

  #sendState(subscription: Subscription): void {
    this.#stopSnapshot();
    this.#pending = new Set();
    for (const sheet of this.#feed.world.listedSheets()) {
      if (subscription.wants(sheet)) this.#pending.add(sheet);
    }
    this.#sendStretch(subscription);
  }

  #sendStretch(subscription: Subscription): void {
    const { clock, world } = this.#feed;
    const untilMs = clock.nowMs() + STRETCH_MS;
    for (const sheet of this.#pending) {
      if (this.#outlet.isBehind || clock.nowMs() >= untilMs) break;
      this.#pending.delete(sheet);
      const text = writeInitialState(sheet, world.nowMs, subscription.markets);
      if (text !== null) this.#outlet.data(text);
    }
    this.#outlet.flush();
    if (this.#pending.size === 0) return;
    const waitMs = this.#outlet.isBehind ? WAIT_FOR_CLIENT_MS : 0;
    this.#stopSnapshot = clock.later(waitMs, () => this.#sendStretch(subscription));
  }
}

/** Whether a client with this subscription can hold anything of the sheet. */
function mayHold(sheet: Sheet, subscription: Subscription): boolean {
  return subscription.wants(sheet) && offersAny(sheet, subscription.markets);
}

const texts = new WeakMap<OddsMessage, string | null>();

/** A message in full is the same text for every client: written once. */
function wholeText(message: OddsMessage): string | null {
  let text = texts.get(message);
  if (text === undefined) {
    text = writeOddsMessage(message, null);
    texts.set(message, text);
  }
  return text;
}
