import type { CompiledRule } from '#domain/alert/watching/compiled-rule.ts';
import type { Board } from '#domain/board/board.ts';
import type { Clock } from '../../ports/clock.ts';
import { MAX_FOLLOWED_GAMES } from '../games/wanted-games.ts';

/** Games come by hundreds with a snapshot: they are looked at together. */
const GATHER_MS = 250;
/** Games begin meanwhile. */
const LOOK_EVERY_MS = 30_000;
/** A game is followed so long before its start, and this long after it. */
const BEFORE_MS = 10 * 60_000;
const AFTER_MS = 6 * 3_600_000;

interface FollowedNeeds {
  readonly clock: Clock;
  readonly board: Board;
  readonly rulesOf: (game: number) => readonly CompiledRule[];
  /** Wants the plays of these games, by the board's labels. */
  readonly follow: (labels: readonly string[]) => void;
}

/** Follows the plays of the games that rules wait for: those that run, or that a rule names, the newest started first. */
export class FollowedGames {
  readonly #needs: FollowedNeeds;
  #hasRules = false;
  #wanted = '';
  #isGathering = false;
  #cancel: (() => void) | undefined;

  constructor(needs: FollowedNeeds) {
    this.#needs = needs;
  }

  /** Rules or games changed. `hasRules`: whether any rule waits for plays. */
  lookAnew(hasRules: boolean): void {
    if (!hasRules && !this.#hasRules) return;
    this.#hasRules = hasRules;
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.stop();
    this.#cancel = this.#needs.clock.after(GATHER_MS, () => this.#look());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #look(): void {
    this.#isGathering = false;
    const labels = this.#hasRules ? this.#games() : [];
    const wanted = labels.join('\n');
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#needs.follow(labels);
    }
    this.#cancel = this.#hasRules ? this.#needs.clock.after(LOOK_EVERY_MS, () => this.#look()) : undefined;
  }

  #games(): readonly string[] {
    const { board, rulesOf, clock } = this.#needs;
    const nowMs = clock.nowMs();
    const found: { label: string; sinceMs: number }[] = [];
    for (const number of board.games.numbers()) {
      const { label, startsAtMs } = board.games.at(number);
      const watching = rulesOf(number).filter(({ rule }) => rule.kind === 'play');
      if (watching.length === 0) continue;
      const sinceMs = startsAtMs === null ? 0 : nowMs - startsAtMs;
      const runs = sinceMs >= -BEFORE_MS && sinceMs <= AFTER_MS;
      const isNamed = watching.some(({ scopes }) => scopes.some(({ games }) => games?.includes(label)));
      if (runs || isNamed) found.push({ label, sinceMs: Math.abs(sinceMs) });
    }
    return found
      .sort((one, other) => one.sinceMs - other.sinceMs)
      .slice(0, MAX_FOLLOWED_GAMES)
      .map(({ label }) => label);
  }
}
