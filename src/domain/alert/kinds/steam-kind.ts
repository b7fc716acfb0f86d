import { NONE } from '../../board/selections.ts';
import { Sources } from '../../catalogue/sources.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { moved } from '../../odds/price-move.ts';
import type { EvidencePrice } from '../finding.ts';
import { Subjects } from '../looking/subjects.ts';
import type { Surroundings, WatchedChange } from '../looking/surroundings.ts';
import { laterEvidence, spanWords } from '../looking/words.ts';
import type { Rule, SteamRule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { largestMove, moveWords } from './move-kind.ts';

interface BookMove {
  readonly isUp: boolean;
  readonly atMs: number;
  readonly evidence: () => EvidencePrice;
}

/** Notices when several sportsbooks move one bet the same way. Each told wave starts the count anew. */
export class SteamKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & SteamRule;
  /** By subject the last move of each sportsbook, the newest at the end. */
  readonly #moves = new Subjects<Map<string, BookMove>>();
  /** What the user says of all rules, and the sources that this makes together with the rule's own groups. */
  #shared: Surroundings['sharedSources'] | null = null;
  #sources = new Sources([]);
  #epoch = 0;

  constructor(watcher: CompiledRule, rule: Rule & SteamRule) {
    this.#watcher = watcher;
    this.#rule = rule;
  }

  heeds(sportsbook: string): boolean {
    return this.#watcher.mayBetAt(sportsbook);
  }

  selectionChanged(change: WatchedChange, around: Surroundings): void {
    const { board, nowMs } = around;
    const held = around.rings.note(change.selection, change.previous, board.epoch, nowMs);
    if (change.american === NOT_OFFERED) return;
    const origin = largestMove(held, change.american, this.#rule, nowMs, 0);
    const bet = origin === NONE ? null : around.comparison.betOf(change.selection);
    if (bet === null) return;
    if (this.#epoch !== board.epoch) this.#moves.clear();
    this.#epoch = board.epoch;
    const subject = `${around.labelOfMatch(change.listing.game)}|${bet.id}`;
    const known = this.#moves.get(subject);
    const moves = known ?? new Map<string, BookMove>();
    if (known === undefined) this.#moves.set(subject, moves);
    const from = held.american(origin);
    const by = moved(from as AmericanOdds, change.american as AmericanOdds, this.#rule.unit);
    moves.delete(change.sportsbook);
    moves.set(change.sportsbook, {
      isUp: by > 0,
      atMs: nowMs,
      evidence: laterEvidence(board, change.selection, from, change.american),
    });
    // most moves are alone
    if (moves.size < this.#rule.sportsbooksMoving) return;
    const sinceMs = nowMs - this.#rule.withinS * 1000;
    const wave = this.#bySource(moves, around).filter(({ isUp, atMs }) => isUp === by > 0 && atMs >= sinceMs);
    if (wave.length < this.#rule.sportsbooksMoving) return;
    this.#moves.delete(subject);
    around.found({
      watcher: this.#watcher,
      subject,
      game: change.listing.game,
      selection: change.selection,
      from,
      to: change.american,
      reason: `${wave.length} sportsbooks moved ${moveWords(by, this.#rule.unit)} or so within ${spanWords(this.#rule.withinS)}`,
      evidence: () => wave.map(({ evidence }) => evidence()),
    });
  }

  /** The last move of each source. They are told apart only now: the user may group sportsbooks while a wave runs. */
  #bySource(moves: ReadonlyMap<string, BookMove>, { sharedSources }: Surroundings): BookMove[] {
    if (sharedSources !== this.#shared) {
      this.#shared = sharedSources;
      this.#sources = new Sources([...sharedSources, ...(this.#rule.groups ?? [])]);
    }
    return [...new Map([...moves].map(([book, move]) => [this.#sources.of(book), move])).values()];
  }
}
