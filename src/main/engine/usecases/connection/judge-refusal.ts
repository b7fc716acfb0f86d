import { tooManyWaitMs } from '#domain/quota/backoff.ts';
import type { Chance } from '../../ports/clock.ts';
import type { FeedEnd } from '../../ports/feed.ts';
import type { Pause } from './keep-connected.ts';
import { isAboutPlan } from './read-complaint.ts';

/** Next try after the provider made clear that it does not give this feed. */
export const RARE_RETRY_MS = 30 * 60_000;
/** Refusals in a row, without a reason or for too many connections, that may be a passing trouble. */
const PASSING_REFUSALS = 3;

interface JudgeNeeds {
  readonly chance: Chance;
  readonly isKeyGood: () => boolean;
  /** What the feed brings, as a sentence begins: `Play-by-play`, `Live scores`. */
  readonly title: string;
  /** Whether it is an extra that not every address has: then any refusal is final, and the first one. */
  readonly isExtra: boolean;
}

/**
 * Says what a refused connection means for a feed that not every plan has. A key that is good elsewhere is not the
 * reason, so the plan or the address is: that is asked again once in half an hour, and is no alarm.
 */
export class RefusalJudge {
  readonly #needs: JudgeNeeds;
  #inARow = 0;

  constructor(needs: JudgeNeeds) {
    this.#needs = needs;
  }

  /** A connection was let in. */
  letIn(): void {
    this.#inARow = 0;
  }

  /** What follows this end; `null` = what follows for every feed. */
  judge(end: FeedEnd): Pause | null {
    const { title, isExtra, isKeyGood, chance } = this.#needs;
    if (!isKeyGood()) return null;
    if (end.reason === 'key-refused' || isAboutPlan(end.detail)) return this.notInPlan();
    const isRefusal = end.reason === 'too-many' || end.reason === 'no-acknowledgement';
    this.#inARow = isRefusal ? this.#inARow + 1 : 0;
    if (isRefusal && (isExtra || this.#inARow > PASSING_REFUSALS))
      return end.reason === 'too-many'
        ? rest(`${title}: your plan has no connection to spare for it.`)
        : this.notInPlan();
    if (end.status === 404 || (isExtra && end.status !== undefined))
      return rest(`${title}: the provider has no such feed at this address.`);
    if (end.reason !== 'no-acknowledgement') return null;
    const detail = `${title}: the provider closed the connection without a reason.`;
    return { waitMs: tooManyWaitMs(chance()), state: 'offline', detail };
  }

  /** The plan does not have this feed. */
  notInPlan(): Pause {
    return rest(`${this.#needs.title}: not in your plan.`);
  }
}

function rest(detail: string): Pause {
  return { waitMs: RARE_RETRY_MS, state: 'refused', detail };
}
