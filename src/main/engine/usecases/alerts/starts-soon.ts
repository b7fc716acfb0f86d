import type { Finding } from '#domain/alert/finding.ts';
import type { CompiledRule } from '#domain/alert/watching/compiled-rule.ts';
import type { Board } from '#domain/board/board.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
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
  readonly fixtures: Pick<Fixtures, 'firstGameOf' | 'gamesOf' | 'matchOf'>;
  readonly rulesOf: (game: number) => readonly CompiledRule[];
  readonly found: (findings: readonly Finding[]) => void;
}

interface Pending {
  readonly rule: string;
  readonly minutes: number;
  /** Of the match, whichever label tells its start. */
  readonly label: string;
  readonly startsAtMs: number;
  readonly dueAtMs: number;
}

/**
 * Tells when a watched match starts in so many minutes, once a match and start, however often it is listed. What was due
 * before the game or the rule came is not made up for.
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
    const findings: Finding[] = [];
    for (const [label, pending] of Map.groupBy(due, ({ label }) => label)) {
      const game = this.#needs.board.games.find(label);
      if (game !== undefined) findings.push(...this.#tellGame(game, pending, nowMs));
    }
    if (findings.length > 0) this.#needs.found(findings);
  }

  #tellGame(game: number, due: readonly Pending[], nowMs: number): readonly Finding[] {
    const { board, rulesOf } = this.#needs;
    const { label, startsAtMs } = board.games.at(game);
    const labels = this.#labelsOf(game);
    const watchers = new Map(rulesOf(game).map((watcher) => [watcher.rule.name, watcher]));
    return due.flatMap((pending) => {
      const { rule, minutes } = pending;
      const watcher = watchers.get(rule);
      // since it was planned the start may have moved, or the rule changed
      const isSame =
        pending.startsAtMs === startsAtMs && watcher !== undefined && minutesOf(watcher) === minutes;
      if (!isSame || this.#isTold(labels, startsAtMs, rule)) return [];
      const subject = keyOf(label, startsAtMs, rule);
      if (this.#told.size >= MOST_TOLD) this.#told.delete(this.#told.keys().next().value!);
      this.#told.add(subject);
      if (!watcher.isAwake(nowMs, startsAtMs)) return [];
      const reason = `starts in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
      return [{ watcher, subject, game, selection: null, from: null, to: null, reason, evidence: () => [] }];
    });
  }

  #gather(sinceMs: number): void {
    this.#changedAtMs = null;
    this.#pending = [];
    const { board, rulesOf } = this.#needs;
    for (const number of board.games.numbers()) {
      const { startsAtMs, label } = board.games.at(number);
      if (startsAtMs === null || startsAtMs <= sinceMs || this.#teller(number) !== number) continue;
      const labels = this.#labelsOf(number);
      for (const { rule } of rulesOf(number)) {
        const minutes = minutesOf({ rule });
        const dueAtMs = startsAtMs - (minutes ?? 0) * 60_000;
        if (minutes !== null && dueAtMs > sinceMs && !this.#isTold(labels, startsAtMs, rule.name))
          this.#pending.push({ rule: rule.name, minutes, label, startsAtMs, dueAtMs });
      }
    }
  }

  /** Of the games of a match the one whose start counts: the first that says it. */
  #teller(game: number): number | undefined {
    const { board, fixtures } = this.#needs;
    if (fixtures.firstGameOf(game) === game) return game;
    const games = [...fixtures.gamesOf(fixtures.matchOf(game))].sort((left, right) => left - right);
    return games.find((each) => board.games.at(each).startsAtMs !== null);
  }

  /** The labels under which the match of a game is listed. */
  #labelsOf(game: number): readonly string[] {
    const { board, fixtures } = this.#needs;
    return fixtures.gamesOf(fixtures.matchOf(game)).map((each) => board.games.at(each).label);
  }

  /** Whether this start of a match was told, under whichever of its labels. */
  #isTold(labels: readonly string[], startsAtMs: number, rule: string): boolean {
    return labels.some((label) => this.#told.has(keyOf(label, startsAtMs, rule)));
  }
}

function keyOf(label: string, startsAtMs: number, rule: string): string {
  return `starts-soon|${label}|${startsAtMs}|${rule}`;
}

function minutesOf({ rule }: Pick<CompiledRule, 'rule'>): number | null {
  return rule.kind === 'event' ? (rule.minutes ?? null) : null;
}
