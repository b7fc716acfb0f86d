import { dialog } from 'electron';
import type { ExportFormat } from '#contract/export.ts';
import type { HistoryRequests } from '#contract/requests/history-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { retentionLimits } from '../retention-limits.ts';
import { type Ask, done, ENGINE_STOPPED } from './ask.ts';
import { fileToSave } from './choose-file.ts';

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  ndjson: 'NDJSON',
  parquet: 'Parquet',
};

/**
 * What requests about the history as a whole do. Places on the disk are chosen by the user in the system's own dialogs and
 * stay in the main process: no window can name one.
 */
export function historyHandlers(ask: Ask): Pick<Handlers, keyof HistoryRequests> {
  let folder: string | null = null;
  const stopped = () => ENGINE_STOPPED;
  const contents = (of: string | null) => ask('recording.contents', { folder: of }).catch(stopped);
  return {
    async 'history.contents'() {
      return contents(folder);
    },
    'history.games': () => ask('recording.games', { folder }).catch(stopped),
    'history.markets': ({ games }) => ask('recording.markets', { folder, games }).catch(stopped),
    'history.recorded': (query) => ask('recording.series', { folder, query }).catch(stopped),
    'history.previewRetention': (limits) =>
      ask('retention.preview', retentionLimits(limits)).then(done, (error) => ({
        ok: false,
        code: 'no-history',
        message: error instanceof Error ? error.message : String(error),
      })),
    async 'history.openOther'() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Open another recording',
        message: 'Choose the data folder of a recorder',
        properties: ['openDirectory'],
      });
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return done(false);
      const found = await contents(chosen);
      if (!found.ok) return found;
      folder = chosen;
      return done(true);
    },
    'history.openOwn'() {
      folder = null;
      return done(null);
    },
    async 'history.export'({ format, query }) {
      const file = await fileToSave('Export the history', `history.${format}`, [
        { name: FORMAT_NAMES[format], extensions: [format] },
      ]);
      if (file === null) return done(null);
      const outcome = await ask('export', { folder, file, format, query }).catch(stopped);
      return outcome.ok ? done({ file, rows: outcome.rows, bytes: outcome.bytes }) : outcome;
    },
    'history.cancelExport': () => ask('export.cancel', null).then(done, () => ENGINE_STOPPED),
  };
}
