import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const HEADLESS = path.join(import.meta.dirname, '..', 'headless.ts');

/** A line of stdout. */
export type Line = Readonly<Record<string, unknown>> & { readonly type: string };

/** A headless engine in a process of its own, in a folder of its own, for tests. */
export class HeadlessRun {
  readonly folder: string;
  readonly ended: Promise<number | null>;
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #heard = new Set<() => void>();
  #isOver = false;

  /** `flags` come after base, key file and data folder. */
  constructor(base: string, key: string, flags: (folder: string) => readonly string[]) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'linewatch-headless-'));
    writeFileSync(this.at('key'), key);
    const given = ['--base', base, '--key-file', this.at('key'), '--data', this.at('data')];
    this.#child = spawn(process.execPath, [HEADLESS, ...given, ...flags(this.folder)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (data: Buffer) => {
      this.stdout += String(data);
      for (const look of this.#heard) look();
    });
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.stderr += String(data);
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        this.#isOver = true;
        resolve(code);
        for (const look of this.#heard) look();
      });
    });
  }

  /** A path in its folder. */
  at(name: string): string {
    return path.join(this.folder, name);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get lines(): Line[] {
    const whole = this.stdout.slice(0, this.stdout.lastIndexOf('\n') + 1).split('\n');
    return whole.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
  }

  /** Frames by the newest counters. */
  get frames(): number {
    return Number(this.lines.findLast(({ type }) => type === 'stats')?.['frames'] ?? 0);
  }

  /** Resolves when `isSo`, asked at each output; rejects with all that was said when the program ends before. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const isDone = isSo();
        if (!isDone && !this.#isOver) return;
        this.#heard.delete(look);
        if (isDone) resolve();
        else reject(new Error(`headless ended: ${this.stdout}${this.stderr}`));
      };
      this.#heard.add(look);
      look();
    });
  }

  /** Sends a signal and waits for the end. Answers the exit code and how long it took. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; tookMs: number }> {
    const sinceMs = performance.now();
    this.#child.kill(signal);
    return { code: await this.ended, tookMs: performance.now() - sinceMs };
  }

  /** Ends it whatever it does, and removes its folder. */
  async clear(): Promise<void> {
    if (!this.#isOver) await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
