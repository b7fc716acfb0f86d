/** What the benchmarks print, read and laid out. */
import { spawn } from 'node:child_process';

const COLUMNS = /** @type {const} */ (['work', 'limit', 'peer', 'ours', 'ratio', 'target', 'met']);
const WIDEST = 64;

/** @typedef {Record<(typeof COLUMNS)[number], unknown>} Row */

/**
 * Runs one benchmark; its rows are the JSON lines that it prints, whatever else it prints goes on to stderr.
 * @returns {Promise<{ rows: Row[], code: number | null }>}
 */
export function runBench(
  /** @type {string} */ node,
  /** @type {readonly string[]} */ args,
  /** @type {{ cwd: string, env: NodeJS.ProcessEnv }} */ options,
) {
  const child = spawn(node, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (/** @type {string} */ text) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      /** @type {Row[]} */
      const rows = [];
      for (const line of printed.split('\n')) {
        const row = rowOf(line);
        if (row !== null) rows.push(row);
        else if (line !== '') process.stderr.write(`${line}\n`);
      }
      resolve({ rows, code });
    });
  });
}

/** @returns {Row | null} */
function rowOf(/** @type {string} */ line) {
  if (!line.startsWith('{')) return null;
  try {
    const row = JSON.parse(line);
    if (typeof row.work !== 'string') return null;
    return /** @type {Row} */ (Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? null])));
  } catch {
    return null;
  }
}

/** The rows as one table for a terminal. */
export function tableOf(/** @type {readonly Row[]} */ rows) {
  const lines = [COLUMNS.map(String), ...rows.map((row) => COLUMNS.map((name) => cellOf(row[name])))];
  const widths = COLUMNS.map((_, at) =>
    Math.min(WIDEST, Math.max(...lines.map((line) => line[at]?.length ?? 0))),
  );
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cellOf(/** @type {unknown} */ value) {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return value === null ? '-' : String(value);
}
