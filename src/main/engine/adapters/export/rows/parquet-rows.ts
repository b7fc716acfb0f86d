import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportedChange, RowWriter } from '../../../ports/export.ts';
import type { FileInWork } from '../whole-file.ts';
import { americanOf, isFromSnapshot, SELECTION_COLUMNS, stateOf } from './columns.ts';

/** Rows that are gathered before they are written together: readers skip by such groups. */
const ROWS_A_GROUP = 32_768;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const TIME = { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' } as const;

const SCHEMA: Schema = [
  { name: 'root', num_children: SELECTION_COLUMNS.length + 4 },
  { name: 'at', repetition_type: 'REQUIRED', ...TIME },
  ...SELECTION_COLUMNS.map(({ name, kind }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...(kind === 'time' ? TIME : TEXT),
  })),
  { name: 'american', repetition_type: 'OPTIONAL', type: 'INT32' },
  { name: 'state', repetition_type: 'REQUIRED', ...TEXT },
  { name: 'from_snapshot', repetition_type: 'REQUIRED', type: 'BOOLEAN' },
];

/** Rows as Parquet: compressed by column, repeated texts once. */
export function parquetRows(file: FileInWork): RowWriter {
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'Linewatch' });
  let gathered: ExportedChange[] = [];

  const writeOut = () => {
    file.write(bytes.getBytes());
    bytes.index = 0;
  };
  const writeGroup = () => {
    if (gathered.length === 0) return;
    const group = gathered;
    gathered = [];
    const columns: { name: string; data: unknown[] }[] = [
      { name: 'at', data: group.map(({ atMs }) => new Date(atMs)) },
      ...SELECTION_COLUMNS.map(({ name, kind, read }) => ({
        name,
        data: group.map(({ selection }) => {
          const value = read(selection);
          return kind === 'time' && typeof value === 'number' ? new Date(value) : value;
        }),
      })),
      { name: 'american', data: group.map(americanOf) },
      { name: 'state', data: group.map(stateOf) },
      { name: 'from_snapshot', data: group.map(isFromSnapshot) },
    ];
    void parquet.write({
      columnData: columns.map((column) => ({ ...column, offsetIndex: false })),
      rowGroupSize: group.length,
    });
    writeOut();
  };

  return {
    write(changes) {
      for (const change of changes) {
        gathered.push(change);
        if (gathered.length >= ROWS_A_GROUP) writeGroup();
      }
    },
    keep() {
      writeGroup();
      void parquet.finish();
      writeOut();
      file.keep();
      return file.bytes;
    },
    discard: () => file.discard(),
  };
}
