import type { AlertEntry } from '#contract/alerts.ts';
import type { Finding } from '#domain/alert/finding.ts';
import { readRules } from '#domain/alert/rule/read-rules.ts';
import { RuleWatch } from '#domain/alert/rule-watch.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import type { BoardMessage, Outcome } from '#domain/board/messages.ts';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { openMemoryDatabase } from '../adapters/cache/open-database.ts';
import { createSqliteAlerts } from '../adapters/cache/sqlite-alerts.ts';
import { AlertDesk } from '../usecases/alerts/raise-alerts.ts';
import { wordAlert } from '../usecases/alerts/word-alert.ts';
import { ManualClock } from './manual-clock.ts';

/** One outcome as a test states it: its key, price, and the parts that differ from a moneyline of the home team. */
export type Stated = readonly [key: string, american: number, parts?: Partial<Outcome>];

const HOME = 'Lakers';
const AWAY = 'Celtics';

/** Rules, board and log as the engine puts them together, on a real database, with the clock in a test's hand. */
export class AlertRun {
  readonly game = `${HOME} vs ${AWAY}, 2027-01-15, 07`;
  readonly clock: ManualClock;
  readonly board = new Board();
  readonly told: AlertEntry[] = [];
  readonly desk: AlertDesk;
  readonly watch: RuleWatch;
  isLive = true;
  /** Hears of every fold after the rules. */
  alsoNote: (changes: Changes) => void = () => undefined;
  readonly fixtures = new Fixtures(this.board.games);
  readonly #comparison = new Comparison(this.board, this.fixtures);
  /** Start of the game. */
  startsAtMs: number | null;

  /** `rules`: as in a file; `database`: of an earlier run. */
  constructor(
    rules: unknown,
    database: ReturnType<typeof openMemoryDatabase> = openMemoryDatabase(),
    clock: ManualClock = new ManualClock(),
  ) {
    this.clock = clock;
    this.startsAtMs = clock.nowMs() + 3_600_000;
    const store = createSqliteAlerts(database);
    const file = readRules(rules);
    store.keepRules(file.rules);
    this.desk = new AlertDesk({
      clock,
      store,
      told: ({ added }) => this.told.push(...added),
      notice: (text) => {
        throw new Error(text);
      },
    });
    this.watch = new RuleWatch(this.board, this.fixtures, this.#comparison);
    this.watch.use(file.rules, file.watchlists, this.at(), this.desk.begin());
  }

  at() {
    const { wallMs, uptimeMs } = this.clock.moment();
    return { wallMs, uptimeMs };
  }

  /** A sportsbook's complete state of the game at the connection's start. */
  snapshot(sportsbook: string, outcomes: readonly Stated[], game = this.game): void {
    this.#prices('replace', 'snapshot', sportsbook, outcomes, game);
  }

  /** Changed outcomes. */
  update(sportsbook: string, outcomes: readonly Stated[], game = this.game): void {
    this.#prices('merge', 'update', sportsbook, outcomes, game);
  }

  /** All outcomes of the game: what is missing is gone. */
  replace(sportsbook: string, outcomes: readonly Stated[], game = this.game): void {
    this.#prices('replace', 'update', sportsbook, outcomes, game);
  }

  fold(message: BoardMessage): void {
    this.board.mark(this.clock.moment().uptimeMs);
    this.board.fold(message, this.clock.nowMs());
    this.note();
  }

  /** What the board's last fold did. */
  note(): void {
    const { changes } = this.board;
    if (changes.isEmpty) return this.#raise(this.watch.noteUnchanged(changes, this.at(), this.isLive));
    this.fixtures.note(changes);
    this.#comparison.note(changes);
    const found = this.watch.note(changes, this.at(), this.isLive);
    this.alsoNote(changes);
    this.#raise(found);
  }

  /** The alerts so far, in short. */
  get short(): string[] {
    return this.told.map(
      ({ rule, sportsbook, outcome, from, to }) => `${rule}: ${sportsbook} ${outcome} ${from}>${to}`,
    );
  }

  #raise(found: readonly Finding[]): void {
    this.desk.raise(
      found.map((each) => ({
        rule: each.watcher.rule,
        subject: each.subject,
        draft: () => wordAlert(this.board, each),
      })),
    );
  }

  #prices(
    mode: 'replace' | 'merge',
    origin: 'snapshot' | 'update',
    sportsbook: string,
    outcomes: readonly Stated[],
    game: string,
  ): void {
    const [home, away] = game.split(',')[0]!.split(' vs ') as [string, string];
    this.fold({
      kind: 'prices',
      mode,
      origin,
      at: { sportsbook, sport: 'NBA', game, home, away, startsAtMs: this.startsAtMs, universalId: null },
      outcomes: outcomes.map(([key, american, parts]) => moneyline(key, american, parts)),
    });
  }
}

/** A side of a total. */
export function total(
  side: 'Over' | 'Under',
  line: number,
  american: number,
  key = `${side} ${line}`,
): Stated {
  return [key, american, { name: 'Total', line, overUnder: side, target: null }];
}

/** A side of a spread. */
export function spread(team: string, line: number, american: number, key = `${team} spread`): Stated {
  return [key, american, { name: 'Spread', line, target: team }];
}
