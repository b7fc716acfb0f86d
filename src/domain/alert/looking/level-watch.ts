import type { Repeat } from '../rule/rule.ts';
import { Subjects } from './subjects.ts';

interface LevelState {
  readonly epoch: number;
  readonly isOver: boolean;
  /** It has fired and not gone back far enough since. */
  readonly isSpent: boolean;
}

/**
 * Notices when a level comes over its threshold, told once a crossing. With `afterReturnBy` it is not told again before
 * the level has been so far below the threshold: a value that flickers around it is told once. A level is how far the
 * value is over (below 0: under).
 */
export class LevelWatch {
  readonly #states = new Subjects<LevelState>();
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
      if (isKnown || levelBefore !== null) this.#keep(subject, known, epoch, wasOver, wasSpent, isBeforeSure);
      return false;
    }
    const isSpent = wasSpent && !this.#isBack(levelBefore) && !this.#isBack(after);
    const isOver = this.#isOver(after);
    const tells = isOver && !wasOver && !isSpent;
    this.#keep(subject, known, epoch, isOver, isSpent || (tells && this.#returnBy !== null), isBeforeSure);
    return tells;
  }

  /** Whether nothing is remembered: a level that was and is under its threshold needs no note then. */
  get isBlank(): boolean {
    return this.#states.size === 0;
  }

  /** A subject was told in an earlier run: with `afterReturnBy` it has to go back first. */
  spend(subject: string): void {
    if (this.#returnBy !== null) this.#keep(subject, undefined, -1, false, true, true);
  }

  #isOver(level: number): boolean {
    return this.#isAtEnough ? level >= 0 : level > 0;
  }

  #isBack(level: number | null): boolean {
    return level !== null && this.#returnBy !== null && level <= -this.#returnBy;
  }

  #keep(
    subject: string,
    known: LevelState | undefined,
    epoch: number,
    isOver: boolean,
    isSpent: boolean,
    isBeforeSure: boolean,
  ): void {
    // where it is asked what was before, a level that is under its threshold is nothing to remember
    if (isBeforeSure && !isOver && !isSpent) {
      if (known !== undefined) this.#states.delete(subject);
      return;
    }
    if (known?.epoch === epoch && known.isOver === isOver && known.isSpent === isSpent) return;
    this.#states.set(subject, { epoch, isOver, isSpent });
  }
}
