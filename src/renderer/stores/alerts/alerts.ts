import type { AlertEntry, AlertQuery, Silence } from '#contract/alerts.ts';
import type { Bridge } from '#contract/bridge.ts';
import type { RuleView } from '#contract/rules.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { notingIn, readingIn } from '../failure.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import { openUndo } from '../undo.ts';
import { type DryRunStore, openDryRun } from './dry-run.ts';

/** So many entries of the log are read at a time. */
const PAGE = 100;

/** What of the log is on the screen. */
export const SHOWN_ALERTS = ['all', 'unread', 'held-back'] as const;
export type ShownAlerts = (typeof SHOWN_ALERTS)[number];

/** The log as far as it is read. */
export interface AlertLog {
  /** The newest first. */
  readonly entries: readonly AlertEntry[];
  readonly hasMore: boolean;
}

/** A rule in the editor; `replaces`: the name of the one that it changes, `null` = a new one. */
export interface RuleDraft {
  readonly replaces: string | null;
  readonly rule: Readonly<Record<string, unknown>>;
}

/** Rules, and the log of what they found. */
export interface AlertsStore {
  /** `null` before it is read. */
  readonly log: Observable<AlertLog | null>;
  readonly unread: Observable<number>;
  readonly rules: Observable<readonly RuleView[] | null>;
  readonly shown: Observable<ShownAlerts>;
  readonly search: Observable<string>;
  readonly editor: Observable<RuleDraft | null>;
  /** Why the last thing asked for did not happen, as a sentence. */
  readonly failure: Observable<string | null>;
  /** The newest alert that is to be shown, for a screen reader and the banner. */
  readonly newest: Observable<AlertEntry | null>;
  show(shown: ShownAlerts): void;
  find(search: string): void;
  readMore(): Promise<void>;
  markAllRead(): Promise<void>;
  edit(draft: RuleDraft): void;
  /** Opens the rule of this name in the editor; where there is none, `missing` says so. */
  editNamed(name: string, missing: string): Promise<void>;
  closeEditor(): void;
  /** Keeps what the editor holds; answers whether it was kept. */
  save(rule: Rule): Promise<boolean>;
  setOff(view: RuleView, isOff: boolean): Promise<void>;
  /** Until when rules are snoozed, by name. Unix ms. */
  readonly snoozed: Observable<Silence['snoozedUntilMs']>;
  /** Holds a rule's notifications back for so long, `null` = no longer; its alerts stand in the log all the same. */
  snooze(name: string, forMs: number | null): Promise<void>;
  remove(name: string): Promise<void>;
  takeBack(): Promise<void>;
  /** The rule that was just removed and can be taken back. */
  readonly removed: Observable<Rule | null>;
  /** Tries the rule in the editor on the recorded day; and all that are kept. */
  readonly dryRuns: { readonly editor: DryRunStore; readonly all: DryRunStore };
  importRules(words: (count: number) => string): Promise<void>;
  exportRules(words: (file: string) => string): Promise<void>;
  exportLog(words: (file: string) => string): Promise<void>;
  stop(): void;
}

/** Opens the store; reads anew when the engine begins anew. `tell` hears what was done, as a sentence. */
export function openAlerts(
  bridge: Bridge,
  scheduler: Scheduler,
  tell: (sentence: string) => void,
): AlertsStore {
  const log = observable<AlertLog | null>(null);
  const unread = observable(0);
  const rules = observable<readonly RuleView[] | null>(null);
  const shown = observable<ShownAlerts>('all');
  const search = observable('');
  const editor = observable<RuleDraft | null>(null);
  const failure = observable<string | null>(null);
  const failed = notingIn(failure);
  const [logFailed, rulesFailed] = [readingIn(failure), readingIn(failure)];
  const newest = observable<AlertEntry | null>(null);
  const undo = openUndo<Rule>(scheduler);
  const snoozed = observable<Silence['snoozedUntilMs']>({});
  const dryRuns = { editor: openDryRun(bridge), all: openDryRun(bridge) };
  let question = 0;

  const query = (beforeId?: number): AlertQuery => ({
    limit: PAGE,
    ...(search.read() !== '' && { text: search.read() }),
    ...(shown.read() === 'unread' && { isUnread: true }),
    ...(shown.read() === 'held-back' && { isSilent: true }),
    ...(beforeId !== undefined && { beforeId }),
  });
  const readLog = async () => {
    question += 1;
    const mine = question;
    const reply = await bridge.request('alerts.read', query());
    if (mine !== question || logFailed(reply)) return;
    log.write({ entries: reply.value.entries, hasMore: reply.value.hasMore });
    unread.write(reply.value.unread);
  };
  /** Reads what is new, one reading at a time: a flood of alerts is no flood of questions. */
  let [isReading, isMore] = [false, false];
  const follow = () => {
    isMore = true;
    if (isReading) return;
    isReading = true;
    const next = async (): Promise<void> => {
      while (isMore) {
        isMore = false;
        await readLog();
      }
      isReading = false;
    };
    void next();
  };
  const readRules = async () => {
    const reply = await bridge.request('rules.read', null);
    if (!rulesFailed(reply)) rules.write(reply.value);
  };
  /** Rules have fired: each says when it did last. */
  const noteFired = (added: readonly AlertEntry[]) => {
    const firedAtMs = new Map(added.map(({ rule, atMs }) => [rule, atMs]));
    const views = rules.read();
    if (views === null || !views.some(({ rule }) => firedAtMs.has(rule.name))) return;
    rules.write(
      views.map((view) => {
        const atMs = firedAtMs.get(view.rule.name);
        if (atMs === undefined) return view;
        const lastFiredAtMs = Math.max(atMs, view.lastFiredAtMs ?? 0);
        return { ...view, lastFiredAtMs, isDone: view.rule.repeat === 'once' };
      }),
    );
  };
  const readSilence = async () => {
    const reply = await bridge.request('silence.read', null);
    if (reply.ok) snoozed.write(reply.value.snoozedUntilMs);
  };
  const keep = async (rule: Rule, replaces: string | null): Promise<boolean> => {
    const reply = await bridge.request('rules.save', { rule, replaces });
    if (failed(reply)) return false;
    rules.write(reply.value);
    return true;
  };
  const done = <T>(
    reply: { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly message: string },
    words: (value: T) => string,
  ) => {
    if (!failed(reply) && reply.value !== null) tell(words(reply.value));
  };

  const unlistens = [
    bridge.listen('alerts', (news) => {
      unread.write(news.unread);
      const told = news.added.filter(({ silence }) => silence === null).at(-1);
      if (told) newest.write(told);
      noteFired(news.added);
      follow();
    }),
    bridge.listen('rules', (news) => rules.write(news)),
    bridge.listen('engine.started', () => {
      void readLog();
      void readRules();
      void readSilence();
    }),
  ];
  void readLog();
  void readRules();
  void readSilence();

  return {
    log,
    unread,
    rules,
    shown,
    search,
    editor,
    failure,
    newest,
    removed: undo.removed,
    dryRuns,
    show(next) {
      shown.write(next);
      void readLog();
    },
    find(text) {
      search.write(text);
      void readLog();
    },
    async readMore() {
      const last = log.read()?.entries.at(-1);
      const reply = last && (await bridge.request('alerts.read', query(last.alertId)));
      if (!reply || failed(reply)) return;
      const entries = [...(log.read()?.entries ?? []), ...reply.value.entries];
      log.write({ entries, hasMore: reply.value.hasMore });
    },
    async markAllRead() {
      const reply = await bridge.request('alerts.mark-read', { alertIds: null });
      if (failed(reply)) return;
      unread.write(reply.value);
      await readLog();
    },
    edit(draft) {
      failure.write(null);
      dryRuns.editor.forget();
      editor.write(draft);
    },
    async editNamed(name, missing) {
      if (rules.read() === null) await readRules();
      const rule = rules.read()?.find((view) => view.rule.name === name)?.rule;
      if (rule) this.edit({ replaces: name, rule: { ...rule } });
      else failure.write(missing);
    },
    closeEditor() {
      dryRuns.editor.forget();
      editor.write(null);
    },
    async save(rule) {
      const isKept = await keep(rule, editor.read()?.replaces ?? null);
      if (isKept) editor.write(null);
      return isKept;
    },
    async setOff({ rule }, isOff) {
      await keep({ ...rule, isOff }, rule.name);
    },
    snoozed,
    async snooze(name, forMs) {
      // read anew: the tray changes the rest of it
      const reply = await bridge.request('silence.read', null);
      if (failed(reply)) return;
      const nowMs = scheduler.nowMs();
      const others = Object.entries(reply.value.snoozedUntilMs).filter(
        ([rule, untilMs]) => rule !== name && untilMs > nowMs,
      );
      const own = forMs === null ? [] : [[name, nowMs + forMs] as const];
      const snoozedUntilMs = Object.fromEntries([...others, ...own]);
      const kept = await bridge.request('silence.change', { ...reply.value, snoozedUntilMs });
      if (!failed(kept)) snoozed.write(kept.value.snoozedUntilMs);
    },
    async remove(name) {
      const rule = rules.read()?.find((view) => view.rule.name === name)?.rule;
      const reply = await bridge.request('rules.remove', { name });
      if (failed(reply)) return;
      rules.write(reply.value);
      undo.offer(rule ?? null);
    },
    async takeBack() {
      const rule = undo.removed.read();
      if (rule && (await keep(rule, null))) undo.offer(null);
    },
    importRules: async (words) => done(await bridge.request('rules.import', null), words),
    exportRules: async (words) => done(await bridge.request('rules.export', null), words),
    exportLog: async (words) => done(await bridge.request('alerts.export', null), words),
    stop() {
      for (const unlisten of unlistens) unlisten();
      for (const each of [undo, ...Object.values(dryRuns)]) each.stop();
    },
  };
}
