import type { ExportedChange, RowWriter } from '../../../ports/export.ts';
import { type CsvValue, csvLine } from '../csv-text.ts';
import type { FileInWork } from '../whole-file.ts';
import { americanOf, isFromSnapshot, isoTime, SELECTION_COLUMNS, stateOf } from './columns.ts';
import { rememberedTexts } from './remembered-texts.ts';

/** Longer texts are written before they grow on. */
const PIECE_CHARACTERS = 256 * 1024;

/** Rows as CSV (RFC 4180, with a head line); nothing is an empty field. */
export function csvRows(file: FileInWork): RowWriter {
  const middle = rememberedTexts((selection) =>
    csvLine(SELECTION_COLUMNS.map((column) => textual(column.read(selection), column.kind))).trimEnd(),
  );
  file.write(
    csvLine(['at', ...SELECTION_COLUMNS.map(({ name }) => name), 'american', 'state', 'from_snapshot']),
  );
  return textRows(file, (change) => {
    const american = americanOf(change) ?? '';
    return `${isoTime(change.atMs)},${middle(change.selection)},${american},${stateOf(change)},${isFromSnapshot(change)}\r\n`;
  });
}

/** Rows as JSON, one object a line. */
export function ndjsonRows(file: FileInWork): RowWriter {
  const middle = rememberedTexts((selection) =>
    JSON.stringify(
      Object.fromEntries(
        SELECTION_COLUMNS.map(({ name, kind, read }) => [name, textual(read(selection), kind)]),
      ),
    ).slice(1, -1),
  );
  return textRows(
    file,
    (change) =>
      `{"at":"${isoTime(change.atMs)}",${middle(change.selection)},"american":${americanOf(change)},"state":"${stateOf(change)}","from_snapshot":${isFromSnapshot(change)}}\n`,
  );
}

function textRows(file: FileInWork, lineOf: (change: ExportedChange) => string): RowWriter {
  return {
    write(changes) {
      let text = '';
      for (const change of changes) {
        text += lineOf(change);
        if (text.length < PIECE_CHARACTERS) continue;
        file.write(text);
        text = '';
      }
      file.write(text);
    },
    keep() {
      file.keep();
      return file.bytes;
    },
    discard: () => file.discard(),
  };
}

function textual(value: string | number | null, kind: 'text' | 'time'): CsvValue {
  return kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
