import type { DryRunReport, RuleDryRun, WouldBeAlert } from '#contract/dry-run.ts';
import type { Finding } from '#domain/alert/finding.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { RuleWatch } from '#domain/alert/rule-watch.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { RecordedSpan } from '../../ports/recorded-day.ts';
import { RepeatGate } from '../alerts/repeat-gate.ts';
import { StartsSoon } from '../alerts/starts-soon.ts';
import { wordAlert } from '../alerts/word-alert.ts';
import { AgeDoubts } from './age-doubts.ts';
import { gamesFor } from './recorded-games.ts';
import { ReplayClock } from './replay-clock.ts';
import { ReplayedBoard } from './replayed-board.ts';

/** How far back is looked. */
export const DAY_MS = 86_400_000;
/** Alerts of a rule that are told in words; the others are counted. */
const MOST_TOLD = 5;

interface DryRunNeeds {
  readonly rules: readonly Rule[];
  readonly watchlists: readonly Watchlist[];
  readonly sharedSources?: readonly (readonly string[])[];
  readonly span: RecordedSpan;
  readonly fromMs: number;
  readonly toMs: number;
  /** How far it has come, 0 to 1. */
  readonly progress: (done: number) => void;
}

/**
 * What rules would have told over a span of the recorded history: the same judges as of what is live, at the times that
 * were recorded. Rules begin with the prices as they stood then, and have told nothing before. A price counts as stated
 * when it was recorded, and only what changed is: what hinges on that is counted as in doubt, see `AgeDoubts`.
 */
export function dryRun({
  rules,
  watchlists,
  sharedSources = [],
  span,
  fromMs,
  toMs,
  progress,
}: DryRunNeeds): DryRunReport {
  const tallies = new Tallies(rules);
  const clock = new ReplayClock(fromMs);
  const gate = new RepeatGate();
  let isOpen = false;
  const replayed = new ReplayedBoard({
    goTo(atMs) {
      tellPlays(atMs);
      clock.goTo(atMs);
    },
    folded(changes, isNews) {
      if (!isOpen) return;
      raise(watch.note(changes, clock.moment(), isNews));
      if (changes.hasGames) soon.lookAnew(watch.hasKind('event'));
    },
  });
  const { board } = replayed;
  const watch = new RuleWatch(board, replayed.fixtures, replayed.comparison);
  watch.shareSources(sharedSources);
  const doubts = new AgeDoubts(rules);
  const raise = (findings: readonly Finding[]) => {
    if (findings.length === 0) return;
    const told = findings.filter(({ watcher, subject }) => gate.pass(watcher.rule, subject, clock.moment()));
    for (const rule of doubts.of(told)) tallies.doubt(rule);
    for (const found of told)
      if (!doubts.isAgeless(found.watcher.rule))
        tallies.take(found.watcher.rule.name, clock.nowMs(), () => wordAlert(board, found));
  };
  const { fixtures } = replayed;
  const soon = new StartsSoon({
    clock,
    board,
    fixtures,
    rulesOf: (game) => watch.rulesOf(game),
    found: raise,
  });

  const plays = rules.some(({ kind }) => kind === 'play') ? span.plays() : [];
  let told = 0;
  const tellPlays = (untilMs: number) => {
    for (; told < plays.length && plays[told]!.arrivedAtMs <= untilMs; told += 1) tellPlay(plays[told]!);
  };
  const tellPlay = (play: PlayEntry) => {
    clock.goTo(play.arrivedAtMs);
    raise(watch.notePlay(play.game, play, clock.moment()));
    raise(watch.noteStanding(play.game, play, clock.moment()));
  };

  const games = gamesFor(rules, watchlists, span.games());
  for (const game of games) replayed.open(game, span.selectionsOf(game.id), span.before(game.id), fromMs);
  watch.use(
    [...rules, ...doubts.ageless].map(({ isOff: _, ...rule }) => rule as Rule),
    watchlists,
    clock.moment(),
  );
  soon.lookAnew(watch.hasKind('event'));
  isOpen = true;

  let changes = 0;
  for (const slice of span.slices(games.map(({ id }) => id))) {
    replayed.replay(slice.changes);
    changes += slice.changes.count;
    progress((slice.untilMs - fromMs) / (toMs - fromMs));
  }
  tellPlays(toMs);
  clock.goTo(toMs);
  soon.stop();
  return {
    rules: tallies.all(),
    fromMs: Math.max(fromMs, span.firstMs ?? toMs),
    toMs,
    isShort: span.firstMs === null || span.firstMs > fromMs,
    changes,
    plays: told,
  };
}

interface Tally {
  count: number;
  unsure: number;
  readonly first: WouldBeAlert[];
  lastAtMs: number | null;
}

/** What each rule has found so far. */
class Tallies {
  readonly #byRule: ReadonlyMap<string, Tally>;

  constructor(rules: readonly Rule[]) {
    this.#byRule = new Map(
      rules.map(({ name }) => [name, { count: 0, unsure: 0, first: [], lastAtMs: null }]),
    );
  }

  doubt(rule: string): void {
    this.#byRule.get(rule)!.unsure += 1;
  }

  take(rule: string, atMs: number, words: () => Omit<WouldBeAlert, 'atMs'>): void {
    const tally = this.#byRule.get(rule)!;
    tally.count += 1;
    tally.lastAtMs = atMs;
    if (tally.first.length < MOST_TOLD) tally.first.push({ ...words(), atMs });
  }

  all(): RuleDryRun[] {
    return [...this.#byRule].map(([rule, tally]) => ({ rule, ...tally }));
  }
}
