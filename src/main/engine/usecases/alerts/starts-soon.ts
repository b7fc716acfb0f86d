import type { Finding } from '#domain/alert/finding.ts';
import type { CompiledRule } from '#domain/alert/watching/compiled-rule.ts';
import type { Board } from '#domain/board/board.ts';
import type { Clock } from '../../ports/clock.ts';

/** Games come by hundreds with a snapshot: they are gathered together. */
const GATHER_MS = 250;
/** The wall clock may be turned, so nobody waits longer than this for it. */
const LONGEST_WAIT_MS = 60_000;
/** Told starts remembered. */
const MOST_TOLD = 20_000;

interface SoonNeeds {
  readonly clock: Clock;
  readonly board: Board;
  readonly rulesOf: (game: number) => readonly CompiledRule[];
  readonly found: (findings: readonly Finding[]) => void;
}

interface Pending {
  readonly watcher: CompiledRule;
  readonly label: string;
  readonly dueAtMs: number;
  readonly subject: string;
}

/**
 * Tells when a watched game starts in so many minutes, once a game and start. What was due before the game or the rule
 * came is not made up for.
 */
export class StartsSoon {
  readonly #needs: SoonNeeds;
  readonly #told = new Set<string>();
  #pending: Pending[] = [];
  /** Since when rules or games are others than those gathered, Unix ms; `null` = they are the same. */
  #changedAtMs: number | null = null;
  #cancel: (() => void) | undefined;

  constructor(needs: SoonNeeds) {
    this.#needs = needs;
  }

  /** Rules or games changed. `hasRules`: whether any rule waits for events. */
  lookAnew(hasRules: boolean): void {
    if (this.#changedAtMs !== null || (!hasRules && this.#pending.length === 0)) return;
    this.#changedAtMs = this.#needs.clock.nowMs();
    this.#cancel?.();
    this.#cancel = this.#needs.clock.after(GATHER_MS, () => this.#look());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #look(): void {
    this.#cancel = undefined;
    const nowMs = this.#needs.clock.nowMs();
    this.#tellDue(nowMs);
    if (this.#changedAtMs !== null) this.#gather(this.#changedAtMs);
    if (this.#pending.length === 0) return;
    const nextAtMs = this.#pending.reduce((least, { dueAtMs }) => Math.min(least, dueAtMs), Infinity);
    this.#cancel = this.#needs.clock.after(Math.min(nextAtMs - nowMs, LONGEST_WAIT_MS), () => this.#look());
  }

  #tellDue(nowMs: number): void {
    const due = this.#pending.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    if (due.length === 0) return;
    this.#pending = this.#pending.filter(({ dueAtMs }) => dueAtMs > nowMs);
    const { board } = this.#needs;
    const findings: Finding[] = [];
    for (const { watcher, label, subject } of due) {
      const game = board.games.find(label);
      if (game === undefined || this.#told.has(subject)) continue;
      if (this.#told.size >= MOST_TOLD) this.#told.delete(this.#told.keys().next().value!);
      this.#told.add(subject);
      const { startsAtMs } = board.games.at(game);
      if (!watcher.isAwake(nowMs, startsAtMs)) continue;
      const minutes = minutesOf(watcher)!;
      findings.push({
        watcher,
        subject,
        game,
        selection: null,
        from: null,
        to: null,
        reason: `starts in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
        evidence: [],
      });
    }
    if (findings.length > 0) this.#needs.found(findings);
  }

  #gather(sinceMs: number): void {
    this.#changedAtMs = null;
    this.#pending = [];
    const { board, rulesOf } = this.#needs;
    for (const number of board.games.numbers()) {
      const { startsAtMs, label } = board.games.at(number);
      if (startsAtMs === null || startsAtMs <= sinceMs) continue;
      for (const watcher of rulesOf(number)) {
        const minutes = minutesOf(watcher);
        if (minutes === null) continue;
        const dueAtMs = startsAtMs - minutes * 60_000;
        const subject = `starts-soon|${label}|${startsAtMs}|${watcher.rule.name}`;
        if (dueAtMs > sinceMs && !this.#told.has(subject))
          this.#pending.push({ watcher, label, dueAtMs, subject });
      }
    }
  }
}

function minutesOf({ rule }: CompiledRule): number | null {
  return rule.kind === 'event' ? (rule.minutes ?? null) : null;
}
