import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const VARIABLE = 'LINEWATCH_KEY_LEDGER';

/** What looking for a key in what a journey left has come to. */
export interface Sweep {
  /** Whose data it was: the name of its folder. */
  readonly user: string;
  readonly files: number;
  /** Where the key was found, and in which form. */
  readonly found: readonly string[];
}

/** Names the file in which all workers of a run note their sweeps. To be called by the configuration. */
export function openLedger(): void {
  process.env[VARIABLE] ??= path.join(mkdtempSync(path.join(tmpdir(), 'linewatch-keys-')), 'sweeps');
}

/** Takes note of a sweep, where a run keeps note of them. */
export function noteSweep(sweep: Sweep): void {
  const file = process.env[VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(sweep)}\n`);
}

/** Every sweep of this run so far. */
export function readLedger(): Sweep[] {
  const file = process.env[VARIABLE] ?? '';
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sweep);
}

/** Takes away what was noted: the run is over. */
export function closeLedger(): void {
  const file = process.env[VARIABLE];
  if (file !== undefined) rmSync(path.dirname(file), { recursive: true, force: true });
}
