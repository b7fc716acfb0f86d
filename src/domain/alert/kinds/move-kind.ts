import { NONE } from '../../board/selections.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { type MoveUnit, moved } from '../../odds/price-move.ts';
import { Subjects } from '../looking/subjects.ts';
import { type Surroundings, subjectOf, type WatchedChange } from '../looking/surroundings.ts';
import { amountWords, evidenceOf, spanWords } from '../looking/words.ts';
import type { Direction, MoveRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import type { HeldPrices } from '../watching/price-rings.ts';

/** What a move is asked for. */
export interface WantedMove {
  readonly by: number;
  readonly unit: MoveUnit;
  readonly withinS: number;
  readonly direction: Direction;
}

/** Notices when a price moves by so much within so long. What was told counts from where it was told. */
export class MoveKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & MoveRule;
  readonly #told = new Subjects<{ readonly epoch: number; readonly sequence: number }>();

  constructor(watcher: CompiledRule, rule: Rule & MoveRule) {
    this.#watcher = watcher;
    this.#rule = rule;
  }

  selectionChanged(change: WatchedChange, around: Surroundings): void {
    const { board, nowMs } = around;
    const held = around.rings.note(change.selection, change.previous, board.epoch, nowMs);
    if (change.american === NOT_OFFERED) return;
    // most changes are no move at all, and need no subject
    if (largestMove(held, change.american, this.#rule, nowMs, 0) === NONE) return;
    const subject = subjectOf(board, change);
    const told = this.#told.get(subject);
    const sequence = told !== undefined && told.epoch === board.epoch ? told.sequence : 0;
    const origin = largestMove(held, change.american, this.#rule, nowMs, sequence);
    if (origin === NONE) return;
    this.#told.set(subject, { epoch: board.epoch, sequence: held.sequence(held.count - 1) });
    const from = held.american(origin);
    const by = moved(from as AmericanOdds, change.american as AmericanOdds, this.#rule.unit);
    around.found({
      watcher: this.#watcher,
      subject,
      game: change.listing.game,
      selection: change.selection,
      from,
      to: change.american,
      reason: `moved ${moveWords(by, this.#rule.unit)} within ${spanWords(this.#rule.withinS)}`,
      evidence: () => [evidenceOf(board, change.selection, from, change.american)],
    });
  }
}

/** Which held price a selection has moved from as far as is wanted, the farthest of them; `NONE` where it has not. */
export function largestMove(
  held: HeldPrices,
  american: number,
  wanted: WantedMove,
  nowMs: number,
  afterSequence: number,
): number {
  let found = NONE;
  let farthest = 0;
  const sinceMs = nowMs - wanted.withinS * 1000;
  // the newest first: the first one that is too old ends it
  for (let at = held.count - 1; at >= 0; at -= 1) {
    // a price that was held until that instant counts
    if (held.untilMs(at) < sinceMs || held.sequence(at) <= afterSequence) break;
    const by = moved(held.american(at) as AmericanOdds, american as AmericanOdds, wanted.unit);
    // of those that are as far the oldest counts
    if (!isWay(by, wanted.direction) || Math.abs(by) < wanted.by || Math.abs(by) < farthest) continue;
    found = at;
    farthest = Math.abs(by);
  }
  return found;
}

/** Whether a move goes the wanted way. */
export function isWay(by: number, direction: Direction): boolean {
  return direction === 'both' ? by !== 0 : direction === 'up' ? by > 0 : by < 0;
}

/** A move in words: `up 12 cents`. */
export function moveWords(by: number, unit: MoveUnit): string {
  return `${by > 0 ? 'up' : 'down'} ${amountWords(Math.abs(by), unit)}`;
}
