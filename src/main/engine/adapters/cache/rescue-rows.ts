import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { faultOf } from './database-faults.ts';

type Row = readonly unknown[];

/** Damage can look like any number of rows: the search for those between two damages ends after so many reads. */
const MOST_READS = 20_000;

/**
 * Takes over into a new database every row that can be read of a damaged one; rows of a table that can't be read whole
 * are completed from a copy. Answers how many rows there are now. Neither file is changed.
 */
export function rescueRows(database: Database.Database, damagedFile: string, copyFile: string): number {
  const damaged = openIfReadable(damagedFile);
  const copy = openIfReadable(copyFile);
  let rows = 0;
  try {
    for (const table of tablesOf(database)) {
      const columns = columnsOf(database, table);
      const found = damaged === undefined ? UNREADABLE : readRows(damaged, table, columns);
      const completed = found.isWhole || copy === undefined ? [] : readRows(copy, table, columns).rows;
      const insert = database.prepare(
        `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      database.transaction(() => {
        // a damaged row can break a rule of its table: it is one that can't be read
        for (const row of [...found.rows, ...completed]) rows += insertIfItCan(insert, row);
      })();
    }
    return rows;
  } finally {
    damaged?.close();
    copy?.close();
  }
}

interface FoundRows {
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}

const UNREADABLE: FoundRows = { rows: [], isWhole: false };

/** The rows of a table from its beginning to the first damage, and from its end back to the last. */
function readRows(database: Database.Database, table: string, columns: readonly string[]): FoundRows {
  try {
    const known = new Set(columnsOf(database, table));
    // an older schema lacks columns that the newest has
    const stated = columns.map((name) => (known.has(name) ? name : 'NULL'));
    if (known.size === 0) return UNREADABLE;
    const rows: Row[] = [];
    const number = numberOf(database, table);
    if (number !== undefined && columns.includes(number))
      return readByNumber(database, table, stated, number);
    const isWhole = readOn(database, `SELECT ${stated.join(', ')} FROM ${table}`, rows);
    return { rows, isWhole };
  } catch (error) {
    if (faultOf(error) !== 'damaged' && faultOf(error) !== 'other') throw error;
    return UNREADABLE;
  }
}

/** A table with numbered rows is read around each damage: from both ends first, then half by half between them. */
function readByNumber(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  number: string,
): FoundRows {
  const select = `SELECT ${columns.join(', ')} FROM ${table} NOT INDEXED`;
  const id = columns.indexOf(number);
  const ahead: Row[] = [];
  if (readOn(database, `${select} ORDER BY ${number}`, ahead)) return { rows: ahead, isWhole: true };
  const back: Row[] = [];
  readOn(database, `${select} ORDER BY ${number} DESC`, back);
  const rows = new Map([...ahead, ...back].map((row) => [Number(row[id]), row]));
  const gaps =
    ahead.length > 0 && back.length > 0
      ? [{ from: Number(ahead.at(-1)![id]) + 1, to: Number(back.at(-1)![id]) - 1 }]
      : [];
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const gap = gaps.pop();
    if (gap === undefined) break;
    const { from, to } = gap;
    if (from > to) continue;
    const part: Row[] = [];
    const isWhole = readOn(
      database,
      `${select} WHERE ${number} BETWEEN ${from} AND ${to} ORDER BY ${number}`,
      part,
    );
    for (const row of part) rows.set(Number(row[id]), row);
    const next = part.length === 0 ? from : Number(part.at(-1)![id]) + 1;
    if (isWhole || next >= to) continue;
    const middle = Math.floor((next + to) / 2);
    gaps.push({ from: middle + 1, to }, { from: next, to: middle });
  }
  return { rows: [...rows.values()], isWhole: false };
}

/** Reads rows until the end or the first damage. Says whether it came to the end. */
function readOn(database: Database.Database, sql: string, rows: Row[]): boolean {
  try {
    for (const row of database.prepare(sql).raw().iterate()) rows.push(row as Row);
    return true;
  } catch (error) {
    if (faultOf(error) !== 'damaged') throw error;
    return false;
  }
}

function insertIfItCan(insert: Database.Statement, row: Row): number {
  try {
    return insert.run(...row).changes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      return 0;
    throw error;
  }
}

function openIfReadable(file: string): Database.Database | undefined {
  if (!existsSync(file)) return undefined;
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    // what a damaged schema says may be a trap: nothing that it names is run
    database.pragma('trusted_schema = OFF');
    database.pragma('user_version');
    return database;
  } catch (error) {
    database?.close();
    if (faultOf(error) === 'damaged' || faultOf(error) === 'other') return undefined;
    throw error;
  }
}

function tablesOf(database: Database.Database): string[] {
  return database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .all()
    .map(({ name }) => name);
}

function columnsOf(database: Database.Database, table: string): string[] {
  return infoOf(database, table).map(({ name }) => name);
}

/** The column by which SQLite itself numbers the rows, where the table has one. */
function numberOf(database: Database.Database, table: string): string | undefined {
  const keys = infoOf(database, table).filter(({ pk }) => pk > 0);
  return keys.length === 1 && keys[0]!.type === 'INTEGER' ? keys[0]!.name : undefined;
}

function infoOf(database: Database.Database, table: string): { name: string; type: string; pk: number }[] {
  return database.pragma(`table_info(${table})`) as { name: string; type: string; pk: number }[];
}
