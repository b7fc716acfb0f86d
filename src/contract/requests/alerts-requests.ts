import type { Rule } from '#domain/alert/rule/rule.ts';
import type { AlertNews, AlertPage, AlertQuery, Silence } from '../alerts.ts';
import type { DryRunFailure, DryRunProgress, DryRunReport } from '../dry-run.ts';
import type { RuleChange, RuleFailure, RuleView } from '../rules.ts';

/** What a window may ask of the main process about rules and their alerts. */
export interface AlertsRequests {
  'rules.read': { input: null; output: readonly RuleView[]; error: 'engine-stopped' };
  /** Keeps a rule: a new one, or in the place of another. Answers all rules. */
  'rules.save': { input: RuleChange; output: readonly RuleView[]; error: 'engine-stopped' | RuleFailure };
  'rules.remove': {
    input: { readonly name: string };
    output: readonly RuleView[];
    error: 'engine-stopped' | RuleFailure;
  };
  /** Adds the rules and watchlists of a file that the user chooses; `null` when the user let go. */
  'rules.import': {
    input: null;
    output: number | null;
    error: 'engine-stopped' | 'unreadable' | RuleFailure;
  };
  /** Writes all rules to a file that the user chooses. Answers the file, `null` when the user let go. */
  'rules.export': { input: null; output: string | null; error: 'engine-stopped' | 'not-saved' };
  /** How often rules would have fired in the last recorded day, `null` = those that are kept; ends an earlier look. */
  'rules.dryRun': {
    input: { readonly rules: readonly Rule[] | null };
    output: DryRunReport;
    error: 'engine-stopped' | DryRunFailure;
  };
  'rules.cancelDryRun': { input: null; output: null; error: never };
  'alerts.read': { input: AlertQuery; output: AlertPage; error: 'engine-stopped' };
  /** Marks alerts read, `null` = all. Answers how many are unread still. */
  'alerts.mark-read': {
    input: { readonly alertIds: readonly number[] | null };
    output: number;
    error: 'engine-stopped' | 'not-saved';
  };
  /** Writes the log to a file that the user chooses: CSV, or NDJSON by its ending. */
  'alerts.export': { input: null; output: string | null; error: 'engine-stopped' | 'not-saved' };
  'silence.read': { input: null; output: Silence; error: 'engine-stopped' };
  /** Holds notifications back, or no longer. */
  'silence.change': { input: Silence; output: Silence; error: 'engine-stopped' | 'not-saved' };
}

/** What the main process sends unasked about alerts. */
export interface AlertsStreams {
  alerts: AlertNews;
  rules: readonly RuleView[];
  dryRun: DryRunProgress;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const ALERTS_REQUESTS = {
  'rules.read': true,
  'rules.save': true,
  'rules.remove': true,
  'rules.import': true,
  'rules.export': true,
  'rules.dryRun': true,
  'rules.cancelDryRun': true,
  'alerts.read': true,
  'alerts.mark-read': true,
  'alerts.export': true,
  'silence.read': true,
  'silence.change': true,
} satisfies Record<keyof AlertsRequests, true>;
export const ALERTS_STREAMS = {
  alerts: true,
  rules: true,
  dryRun: true,
} satisfies Record<keyof AlertsStreams, true>;
