import type { AlertsRequests } from '#contract/requests/alerts-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';
import { fileToOpen, fileToSave } from './choose-file.ts';

const RULE_FILES = [{ name: 'Rules', extensions: ['json'] }];
const LOG_FILES = [
  { name: 'CSV', extensions: ['csv'] },
  { name: 'NDJSON', extensions: ['ndjson'] },
];

/** What requests about rules and alerts do: the engine keeps them; the place of a file is the user's to choose. */
export function alertsHandlers(ask: Ask): Pick<Handlers, keyof AlertsRequests> {
  return {
    'rules.read': () => ask('rules', null).then(done, () => ENGINE_STOPPED),
    'rules.save': (change) => ask('rules.save', change).catch(() => ENGINE_STOPPED),
    'rules.remove': (input) => ask('rules.remove', input).catch(() => ENGINE_STOPPED),
    async 'rules.import'() {
      const file = await fileToOpen('Import rules', RULE_FILES);
      return file === null ? done(null) : ask('rules.import', { file }).catch(() => ENGINE_STOPPED);
    },
    async 'rules.export'() {
      const file = await fileToSave('Export rules', 'rules.json', RULE_FILES);
      return file === null ? done(null) : ask('rules.export', { file }).catch(() => ENGINE_STOPPED);
    },
    'rules.dryRun': (input) => ask('rules.dryRun', input).catch(() => ENGINE_STOPPED),
    'rules.cancelDryRun': async () => {
      await ask('rules.cancelDryRun', null).catch(() => null);
      return done(null);
    },
    'alerts.read': (query) => ask('alerts.read', query).then(done, () => ENGINE_STOPPED),
    'alerts.mark-read': (input) => ask('alerts.mark-read', input).catch(() => ENGINE_STOPPED),
    async 'alerts.export'() {
      const file = await fileToSave('Export alerts', 'alerts.csv', LOG_FILES);
      return file === null ? done(null) : ask('alerts.export', { file }).catch(() => ENGINE_STOPPED);
    },
    'silence.read': () => ask('silence', null).then(done, () => ENGINE_STOPPED),
    'silence.change': (silence) => ask('silence.change', silence).catch(() => ENGINE_STOPPED),
  };
}
