import type { Repeat } from '../rule/rule.ts';

interface LevelState {
  readonly epoch: number;
  readonly isOver: boolean;
  /** It has fired and not gone back far enough since. */
  readonly isSpent: boolean;
}

/** Subjects remembered a rule; beyond that the oldest are forgotten. */
const MOST_SUBJECTS = 20_000;

/**
 * Notices when a level comes over its threshold, told once a crossing. With `afterReturnBy` it is not told again before
 * the level has been so far below the threshold: a value that flickers around it is told once. A level is how far the
 * value is over (below 0: under).
 */
export class LevelWatch {
  readonly #states = new Map<string, LevelState>();
  readonly #returnBy: number | null;
  readonly #isAtEnough: boolean;

  /** `isAtEnough`: exactly at the threshold counts as over it. */
  constructor(repeat: Repeat | undefined, isAtEnough: boolean) {
    this.#returnBy = typeof repeat === 'object' && 'afterReturnBy' in repeat ? repeat.afterReturnBy : null;
    this.#isAtEnough = isAtEnough;
  }

  /**
   * Notes a level. `before`: the level before this fold, `null` where there was none; what was noted on the same
   * connection goes before it unless `isBeforeSure`. `after`: `null` where nothing is offered, which changes nothing.
   * Says whether to tell.
   */
  note(
    subject: string,
    epoch: number,
    before: number | null,
    after: number | null,
    isBeforeSure = false,
  ): boolean {
    const known = this.#states.get(subject);
    const isKnown = known !== undefined && known.epoch === epoch;
    const wasOver =
      isBeforeSure && before !== null
        ? this.#isOver(before)
        : isKnown
          ? known.isOver
          : before !== null && this.#isOver(before);
    if (after === null) {
      if (isKnown || before !== null)
        this.#keep(subject, { epoch, isOver: wasOver, isSpent: known?.isSpent ?? false });
      return false;
    }
    const isSpent = (known?.isSpent ?? false) && !this.#isBack(before) && !this.#isBack(after);
    const isOver = this.#isOver(after);
    const tells = isOver && !wasOver && !isSpent;
    this.#keep(subject, { epoch, isOver, isSpent: isSpent || (tells && this.#returnBy !== null) });
    return tells;
  }

  /** A subject was told in an earlier run: with `afterReturnBy` it has to go back first. */
  spend(subject: string): void {
    if (this.#returnBy !== null) this.#keep(subject, { epoch: -1, isOver: false, isSpent: true });
  }

  #isOver(level: number): boolean {
    return this.#isAtEnough ? level >= 0 : level > 0;
  }

  #isBack(level: number | null): boolean {
    return level !== null && this.#returnBy !== null && level <= -this.#returnBy;
  }

  #keep(subject: string, state: LevelState): void {
    this.#states.delete(subject);
    this.#states.set(subject, state);
    if (this.#states.size > MOST_SUBJECTS) this.#states.delete(this.#states.keys().next().value!);
  }
}
