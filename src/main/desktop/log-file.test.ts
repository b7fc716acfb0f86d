import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFile } from './log-file.ts';

const BOUNDS = { fileBytes: 1_000, olderFiles: 2, linesPerSecond: 50 };

describe('LogFile', () => {
  let folder: string;
  let nowMs = 0;
  const clock = () => nowMs;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-log-'));
    nowMs = Date.UTC(2026, 10, 24, 12, 0, 0);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');

  it('adds dated lines, also to what an earlier run wrote', () => {
    new LogFile(path.join(folder, 'logs/linewatch.log'), clock).write('one');
    nowMs += 1_500;
    new LogFile(path.join(folder, 'logs/linewatch.log'), clock).write('two\n  at a line of its own');
    expect(text('logs/linewatch.log')).toBe(
      '2026-11-24T12:00:00.000Z one\n2026-11-24T12:00:01.500Z two\n  at a line of its own\n',
    );
  });

  it('never takes more than its files times their size, and keeps the newest', () => {
    const log = new LogFile(path.join(folder, 'a.log'), clock, BOUNDS);
    for (let line = 0; line < 400; line += 1) {
      nowMs += 100;
      log.write(`line ${line} ${'x'.repeat(line % 90)}`);
    }
    expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2']);
    for (const name of readdirSync(folder)) {
      expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(BOUNDS.fileBytes);
    }
    expect(text('a.log')).toContain('line 399 ');
    expect(log.leftOut).toBe(0);
  });

  it('cuts a text that is longer than a file', () => {
    const log = new LogFile(path.join(folder, 'a.log'), clock, BOUNDS);
    log.write('y'.repeat(100_000));
    expect(statSync(path.join(folder, 'a.log')).size).toBe(BOUNDS.fileBytes);
  });

  it('counts what comes too fast, and says how much it was', () => {
    const log = new LogFile(path.join(folder, 'a.log'), clock, { ...BOUNDS, fileBytes: 1_000_000 });
    for (let line = 0; line < 1_000; line += 1) log.write('again');
    expect(log.leftOut).toBe(950);
    nowMs += 1_000;
    log.write('calm');
    expect(text('a.log').split('\n').slice(-3)).toEqual([
      '2026-11-24T12:00:01.000Z 950 more lines within a second were left out.',
      '2026-11-24T12:00:01.000Z calm',
      '',
    ]);
  });

  it('a folder that can\u2019t be made costs the lines and nothing else', () => {
    writeFileSync(path.join(folder, 'file'), '');
    const log = new LogFile(path.join(folder, 'file/a.log'), clock);
    log.write('one');
    log.write('two');
    expect(log.leftOut).toBeGreaterThanOrEqual(2);
  });
});
