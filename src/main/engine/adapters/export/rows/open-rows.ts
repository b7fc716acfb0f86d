import type { ExportFormat } from '#contract/export.ts';
import type { RowWriter } from '../../../ports/export.ts';
import { type FileInWork, StdoutInWork, WholeFile } from '../whole-file.ts';
import { parquetRows } from './parquet-rows.ts';
import { csvRows, ndjsonRows } from './text-rows.ts';

const FORMATS: Readonly<Record<ExportFormat, (file: FileInWork) => RowWriter>> = {
  csv: csvRows,
  ndjson: ndjsonRows,
  parquet: parquetRows,
};

/** The name that stands for the standard output. */
export const STDOUT = '-';

/** Begins a file of rows in a format; `-` is the standard output. Throws the disk's errors. */
export function openRows(file: string, format: ExportFormat): RowWriter {
  return FORMATS[format](file === STDOUT ? new StdoutInWork() : new WholeFile(file));
}
