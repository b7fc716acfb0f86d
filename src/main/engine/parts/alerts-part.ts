import type { AlertPage, AlertQuery, Silence } from '#contract/alerts.ts';
import type { RuleOutcome } from '#contract/rules.ts';
import type { Finding } from '#domain/alert/finding.ts';
import type { RulesFile } from '#domain/alert/rule/read-rules.ts';
import { type ReadAt, RuleWatch } from '#domain/alert/rule-watch.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { tryToWrite } from '../adapters/export/disk-words.ts';
import { writeAlerts } from '../adapters/export/write-alerts.ts';
import { AwayPrices } from '../usecases/alerts/away.ts';
import { FollowedGames } from '../usecases/alerts/follow-watched-games.ts';
import { KeptRules } from '../usecases/alerts/keep-rules.ts';
import { AlertDesk } from '../usecases/alerts/raise-alerts.ts';
import { StartsSoon } from '../usecases/alerts/starts-soon.ts';
import { withStake } from '../usecases/alerts/with-stake.ts';
import { wordAlert } from '../usecases/alerts/word-alert.ts';
import type { PartContext } from './context.ts';
import type { GamesPart } from './games-part.ts';
import type { OddsPart } from './odds-part.ts';
import { exportRules, importRules } from './rule-files.ts';
import type { WatchlistsPart } from './watchlists-part.ts';

/** The user's rules over everything that changes, and the log of what they found. */
export class AlertsPart {
  readonly desk: AlertDesk;
  readonly rules: KeptRules;
  readonly #context: PartContext;
  readonly #odds: OddsPart;
  readonly #watchlists: WatchlistsPart;
  readonly #watch: RuleWatch;
  readonly #soon: StartsSoon;
  readonly #away: AwayPrices;
  readonly #followed: FollowedGames;
  /** Watchlists that came with a file of rules. */
  #alsoLists: readonly Watchlist[] = [];
  /** The names of the user's watchlists, by id. */
  #listNames: ReadonlyMap<string, string>;
  #wasLive = false;
  #stakePlan: StakePlan | null;

  constructor(context: PartContext, odds: OddsPart, games: GamesPart, watchlists: WatchlistsPart) {
    const { clock, stores, sink, observer } = context;
    this.#context = context;
    this.#stakePlan = context.options.stakePlan ?? null;
    this.#odds = odds;
    this.#watchlists = watchlists;
    this.#listNames = namesOf(watchlists.kept.all());
    this.#watch = new RuleWatch(odds.board, odds.fixtures, odds.comparison);
    this.shareSources(context.options.sharedSources ?? []);
    this.desk = new AlertDesk({
      clock,
      store: stores.alerts,
      told: (news) => sink.alerts(news),
      notice: (text) => observer.notice?.(text),
    });
    this.rules = new KeptRules({
      store: stores.alerts,
      universalIdOf: odds.universalIdOf,
      changed: () => {
        this.#use();
        sink.rules(this.rules.views());
      },
    });
    const rulesOf = (game: number) => this.#watch.rulesOf(game);
    this.#soon = new StartsSoon({
      clock,
      board: odds.board,
      fixtures: odds.fixtures,
      rulesOf,
      found: (found) => this.#raise(found),
    });
    this.#away = new AwayPrices(odds.board, (selection) => this.#watch.isWatched(selection));
    this.#followed = new FollowedGames({
      clock,
      board: odds.board,
      rulesOf,
      follow: (labels) => games.followForRules(labels),
    });
    odds.alsoTell((changes) => this.#note(changes));
    odds.tellUnchanged((changes) =>
      this.#raise(this.#watch.noteUnchanged(changes, this.#at(), odds.follower.isLive)),
    );
    odds.whenLive(() => this.#noteLive());
    watchlists.whenChanged(() => this.#watchlistsChanged());
    games.tellRules({
      play: (label, play) => this.#raise(this.#watch.notePlay(label, play, this.#at())),
      standing: (label, standing) => this.#raise(this.#watch.noteStanding(label, standing, this.#at())),
    });
  }

  /** Begins with the kept rules, or with those of a file, which are kept from now on. */
  start(file: RulesFile | null): void {
    if (file !== null) this.rules.replace(file.rules);
    this.#alsoLists = file?.watchlists ?? [];
    this.#use();
    if (this.#odds.board.selections.size > 0) this.#away.lost();
    this.desk.tellLate();
  }

  stop(): void {
    this.#soon.stop();
    this.#followed.stop();
    this.desk.stop();
  }

  #watchlistsChanged(): void {
    const all = this.#watchlists.kept.all();
    const nameOf = new Map(
      all.map(({ watchlistId, name }) => [this.#listNames.get(watchlistId) ?? name, name] as const),
    );
    this.#listNames = namesOf(all);
    this.rules.followNames(nameOf);
    if (this.rules.all().some(({ on }) => on.type === 'watchlist')) this.#use();
  }

  read(query: AlertQuery): AlertPage {
    return this.#context.stores.alerts.read(query);
  }

  /** Marks alerts read, `null` = all. Answers how many are unread still. */
  markRead(alertIds: readonly number[] | null): RuleOutcome<number, 'not-saved'> {
    return saving(() => {
      this.#context.stores.alerts.markRead(alertIds);
      const unread = this.#context.stores.alerts.unread();
      this.#context.sink.alerts({ added: [], unread });
      return unread;
    });
  }

  changeSilence(silence: Silence): RuleOutcome<Silence, 'not-saved'> {
    return saving(() => {
      this.desk.changeSilence(silence);
      return this.desk.silence;
    });
  }

  /** Tells other stakes from now on, where a rule has none of its own; `null` = none. */
  changeStakes(plan: StakePlan | null): void {
    this.#stakePlan = plan;
    this.#use();
  }

  /** Sportsbooks that steam counts once from now on; what rules know they keep. */
  shareSources(groups: readonly (readonly string[])[]): void {
    this.#watch.shareSources(groups);
  }

  get sharedSources(): readonly (readonly string[])[] {
    return this.#watch.sharedSources;
  }

  /** Writes the log to a file. Answers it. */
  exportLog(file: string): RuleOutcome<string, 'not-saved'> {
    return tryToWrite(file, () => writeAlerts(file, this.#context.stores.alerts.all()));
  }

  /** See `exportRules`. */
  exportRules(file: string): RuleOutcome<string, 'not-saved'> {
    return exportRules(file, this.rules, this.#watchlists.kept);
  }

  /** See `importRules`. */
  importRules(file: string): ReturnType<typeof importRules> {
    return importRules(file, this.rules, this.#watchlists.kept);
  }

  /** The watchlists that rules may look at by name; of one name the last counts, that of a rule file. */
  watchlists(): readonly Watchlist[] {
    return [...this.#watchlists.kept.all(), ...this.#alsoLists];
  }

  #use(): void {
    const rules = this.rules.all().map((rule) => withStake(rule, this.#stakePlan));
    this.#watch.use(rules, this.watchlists(), this.#at(), this.desk.begin());
    this.#lookAnew();
  }

  #note(changes: Changes): void {
    if (this.rules.all().length === 0) return;
    this.#raise(this.#watch.note(changes, this.#at(), this.#odds.follower.isLive));
    this.#away.note(changes);
    if (changes.hasGames) this.#lookAnew();
  }

  /** Rules or games changed. */
  #lookAnew(): void {
    this.#soon.lookAnew(this.#watch.hasKind('event'));
    this.#followed.lookAnew(this.#watch.hasKind('play'));
  }

  #raise(findings: readonly Finding[]): void {
    if (findings.length === 0) return;
    const { board } = this.#odds;
    this.desk.raise(
      findings.map((found) => ({
        rule: found.watcher.rule,
        subject: found.subject,
        draft: () => wordAlert(board, found),
      })),
    );
  }

  #noteLive(): void {
    const { state } = this.#odds.follower.status;
    if (state === 'live') {
      this.#wasLive = true;
      const summary = this.#away.back();
      if (summary !== null) this.desk.summarise(summary);
    } else if (this.#wasLive && state !== 'resyncing') {
      this.#wasLive = false;
      this.#away.lost();
    }
  }

  #at(): ReadAt {
    const { wallMs, uptimeMs } = this.#context.clock.moment();
    return { wallMs, uptimeMs };
  }
}

function namesOf(watchlists: readonly Watchlist[]): ReadonlyMap<string, string> {
  return new Map(watchlists.map(({ watchlistId, name }) => [watchlistId, name]));
}

function saving<T>(save: () => T): RuleOutcome<T, 'not-saved'> {
  try {
    return { ok: true, value: save() };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, code: 'not-saved', message: `It could not be saved: ${words}` };
  }
}
