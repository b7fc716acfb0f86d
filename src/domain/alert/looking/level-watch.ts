import type { Repeat } from '../rule/rule.ts';
import { Subjects } from './subjects.ts';

/** The place of what an earlier run told: it said nothing of that. */
const ANYWHERE = '';

interface LevelState {
  readonly place: string;
  readonly epoch: number;
  readonly isOver: boolean;
  /** It has fired and not gone back far enough since. */
  readonly isSpent: boolean;
}

/**
 * Notices when a level comes over its threshold, told once a crossing. With `afterReturnBy` it is not told again before
 * the level has been so far below the threshold: a value that flickers around it is told once. A level is how far the
 * value is over (below 0: under). A place is where subjects lie together, a game by its label: most have nothing to remember.
 */
export class LevelWatch {
  readonly #states = new Subjects<LevelState>();
  /** How many states there are at a place. */
  readonly #atPlace = new Map<string, number>();
  readonly #returnBy: number | null;
  readonly #isAtEnough: boolean;

  /** `isAtEnough`: exactly at the threshold counts as over it. */
  constructor(repeat: Repeat | undefined, isAtEnough: boolean) {
    this.#returnBy = typeof repeat === 'object' && 'afterReturnBy' in repeat ? repeat.afterReturnBy : null;
    this.#isAtEnough = isAtEnough;
  }

  /**
   * Notes a level. `before`: the level before this fold, `null` where there was none, asked only where it counts; what
   * was noted on the same connection goes before it unless `isBeforeSure`. `after`: `null` where nothing is offered,
   * which changes nothing. Says whether to tell.
   */
  note(
    place: string,
    subject: string,
    epoch: number,
    before: () => number | null,
    after: number | null,
    isBeforeSure = false,
  ): boolean {
    const known = this.#states.get(subject);
    const isKnown = known !== undefined && known.epoch === epoch;
    const levelBefore = isBeforeSure || !isKnown ? before() : null;
    const wasOver = levelBefore !== null ? this.#isOver(levelBefore) : isKnown && known.isOver;
    const wasSpent = known?.isSpent ?? false;
    if (after === null) {
      if (isKnown || levelBefore !== null)
        this.#keep(place, subject, known, epoch, wasOver, wasSpent, isBeforeSure);
      return false;
    }
    const isSpent = wasSpent && !this.#isBack(levelBefore) && !this.#isBack(after);
    const isOver = this.#isOver(after);
    const tells = isOver && !wasOver && !isSpent;
    const isSpentNow = isSpent || (tells && this.#returnBy !== null);
    this.#keep(place, subject, known, epoch, isOver, isSpentNow, isBeforeSure);
    return tells;
  }

  /**
   * Whether a level, where it is sure what was before, needs no note: it was and is over; or it was and is under, and of that
   * nothing is remembered there. `isFollowed`: no change of it went unseen since it was noted.
   */
  isNothing(place: string, before: number | null, after: number | null, isFollowed = false): boolean {
    const wasOver = before !== null && this.#isOver(before);
    const isOver = after !== null && this.#isOver(after);
    const isOffered = before !== null && after !== null;
    return wasOver === isOver && (isOver || !this.remembersUnder(() => place, isFollowed && isOffered));
  }

  /**
   * Whether a level that stays under the threshold may matter at a place, where it is sure what was before. `isForgotten`:
   * there was a level when it was noted last, and is one: a crossing before that is forgotten. `placeOf`: asked only where it
   * counts.
   */
  remembersUnder(placeOf: () => string, isForgotten: boolean): boolean {
    return (this.#returnBy !== null || !isForgotten) && !this.isBlankAt(placeOf());
  }

  /** Whether nothing is remembered of a place. */
  isBlankAt(place: string): boolean {
    return this.#states.size === 0 || !(this.#atPlace.has(place) || this.#atPlace.has(ANYWHERE));
  }

  /** A subject was told in an earlier run: with `afterReturnBy` it has to go back first. */
  spend(subject: string): void {
    if (this.#returnBy !== null)
      this.#keep(ANYWHERE, subject, this.#states.get(subject), -1, false, true, true);
  }

  #isOver(level: number): boolean {
    return this.#isAtEnough ? level >= 0 : level > 0;
  }

  #isBack(level: number | null): boolean {
    return level !== null && this.#returnBy !== null && level <= -this.#returnBy;
  }

  #keep(
    place: string,
    subject: string,
    known: LevelState | undefined,
    epoch: number,
    isOver: boolean,
    isSpent: boolean,
    isBeforeSure: boolean,
  ): void {
    // where it is asked what was before, a level that is under its threshold is nothing to remember
    if (isBeforeSure && !isOver && !isSpent) {
      if (known !== undefined) {
        this.#states.delete(subject);
        this.#count(known.place, -1);
      }
      return;
    }
    if (known?.epoch === epoch && known.isOver === isOver && known.isSpent === isSpent) return;
    if (known !== undefined) this.#count(known.place, -1);
    this.#count(place, 1);
    const forgotten = this.#states.set(subject, { place, epoch, isOver, isSpent });
    if (forgotten !== undefined) this.#count(forgotten.place, -1);
  }

  #count(place: string, more: number): void {
    const count = (this.#atPlace.get(place) ?? 0) + more;
    if (count === 0) this.#atPlace.delete(place);
    else this.#atPlace.set(place, count);
  }
}
