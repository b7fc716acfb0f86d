import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('the command line', () => {
  it('without flags simulates with every default', () => {
    expect(readCommandLine([])).toEqual({ kind: 'simulate', options: {} });
  });

  it('sets what it is told', () => {
    const flags = '--port 9000 --books 25 --games 400 --rate 2000 --seed x --key K --no-limits --plan custom';
    const more = '--start 2026-11-22T23:30:00Z --time-scale 60 --ping 2 --consensus --array-frames --control';
    expect(readCommandLine(`${flags} ${more} --binary-frames`.split(' '))).toEqual({
      kind: 'simulate',
      options: {
        port: 9000,
        books: 25,
        games: 400,
        ratePerSecond: 2000,
        seed: 'x',
        key: 'K',
        limits: false,
        plan: 'custom',
        startMs: Date.UTC(2026, 10, 22, 23, 30),
        timeScale: 60,
        pingIntervalMs: 2000,
        consensus: true,
        arrayFrames: true,
        binaryFrames: true,
        control: true,
      },
    });
  });

  it.each([
    [['--replay', 'a.gz'], 1],
    [['--replay', 'a.gz', '--speed', '10'], 10],
    [['--replay', 'a.gz', '--speed', '0'], Infinity],
  ])('%j replays at speed %d', (args, speed) => {
    expect(readCommandLine(args)).toEqual({ kind: 'replay', file: 'a.gz', speed, options: {} });
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['file'], 'file'],
    [['--books', 'many'], '--books wants a number from 1 to 200, not "many".'],
    [['--games', '0'], '--games wants a number'],
    [['--port', '70000'], '--port wants a number'],
    [['--rate', ''], '--rate wants a number'],
    [['--rate'], 'rate'],
    [['--plan', 'gold'], '--plan knows no "gold".'],
    [['--start', 'tonight'], '--start wants a time'],
    [['--speed', '2'], '--speed goes with --replay.'],
    [['--key', ''], '--key must not be empty.'],
  ])('%j is wrong, in a sentence', (args, words) => {
    expect(readCommandLine(args)).toEqual({ kind: 'wrong', sentence: expect.stringContaining(words) });
  });

  it('knows help', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });
});
