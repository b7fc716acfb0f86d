import { describe, expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { decodeOddsFrame } from '../decode-odds.ts';
import { createOddsDecoder } from './odds-decoder.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const LINK = 'https://book.example/event/437447164?coupon=pickType|5447164000|replace';

/** Gives the same frames to a decoder that scans and to one that parses; answers which of them were not parsed. */
function both(frames: readonly string[]): boolean[] {
  const [scanning, parsing] = [new Board(), new Board()];
  const decode = createOddsDecoder(scanning, KEY);
  return frames.map((frame, at) => {
    let isScanned = true;
    const textOf = () => {
      isScanned = false;
      return frame;
    };
    const said = [scanning, parsing].map((board) => {
      const words: unknown[] = [];
      const out: Parameters<typeof decodeOddsFrame>[1] = {
        message: (message) => {
          if (message.kind !== 'board') throw new Error('no frame of prices');
          const refusal = board.fold(message.message, at);
          const { count, gamesAdded, gamesRestated, gamesRemoved, origin } = board.changes;
          words.push(refusal, origin, [...gamesAdded], [...gamesRestated], [...gamesRemoved]);
          for (let n = 0; n < count; n += 1) {
            const selection = board.changes.selection(n);
            words.push([
              board.selections.key(selection),
              board.changes.previous(n),
              board.changes.american(n),
              board.changes.what(n),
            ]);
          }
        },
        refused: (reason) => words.push(reason),
      };
      if (board === scanning) decode(Buffer.from(frame), textOf, out);
      else decodeOddsFrame(frame, out);
      return { words, board: describeSelections(board) };
    });
    expect(said[0]).toEqual(said[1]);
    return isScanned;
  });
}

const head = (action: string, more = '') =>
  `{"timestamp": "2026-01-18T18:00:00.1", "action": "${action}", "data": {"sport": "NBA", "sportsbook": "circa", "game": "Utah Jazz vs Boston Celtics, 2026-01-18, 07", ${more}"home_team": "Utah Jazz", "away_team": "Boston Celtics", "info": {"id": 4, "when": "2026-01-18, 07:00 PM"}, "outcomes": {`;
const frame = (outcomes: string, action = 'game_update') => `${head(action)}${outcomes}}}}`;
const outcome = (key: string, odds = '"-110"', fields: Record<string, string> = {}) => {
  const all = { odds, link: 'null', outcome_name: '"Total"', outcome_line: '"5.5"', ...fields };
  return `"${key}": {${Object.entries(all)
    .map(([name, value]) => `"${name}": ${value}`)
    .join(', ')}}`;
};

describe('frames that are not parsed', () => {
  it('are all that are plainly written, from the first on', () => {
    const plain = frame(`${outcome('Over 5.5')}, ${outcome('Under 5.5', '120')}`);
    const update = frame(outcome('Under 5.5', 'null'), 'line_update');
    const emptied = frame('');
    expect(both([plain, plain, update, plain, emptied])).toEqual([true, true, true, true, true]);
  });

  it.each([
    ['spread over lines', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['without a space', (text: string) => JSON.stringify(JSON.parse(text))],
    [
      'with their fields in another order',
      (text: string) => text.replaceAll(/("odds": [^,]*), ("link": [^,]*)/g, '$2, $1'),
    ],
    ['with escapes', (text: string) => text.replaceAll('é', '\\u00e9').replaceAll('/', '\\/')],
    ['with fewer fields', (text: string) => text.replaceAll(', "outcome_line": "5.5"', '')],
    ['without a timestamp', (text: string) => text.replace(/"timestamp": "[^"]*", /, '')],
  ])('may be written %s, by turns with others', (_, written) => {
    const odds = (price: string) =>
      frame(
        `${outcome('Dončić é', price, { link: `"${LINK}"` })}, ${outcome('b', price, { outcome_target: 'null' })}`,
      );
    const frames = ['"-110"', '"+120"', '-130'].flatMap((price) => [
      odds(price),
      written(odds(price)),
      written(odds(price)),
    ]);
    expect(both(frames)).not.toContain(false);
  });

  it('may say something new of what is known', () => {
    const said: Record<string, string>[] = [
      {},
      { link: `"${LINK}"` },
      { link: `"${LINK.replace('000|', '001|')}"` },
      { link: '"https://book.example/"' },
      { link: 'null' },
      { outcome_line: '6' },
      { outcome_line: '6.50' },
      { outcome_line: '"6.5"' },
      { outcome_line: '1e400' },
      { outcome_target: '"Utah \\"Jazz\\""', outcome_over_under: '"Over"' },
      { outcome_name: 'null' },
    ];
    const frames = said.flatMap((fields) => [
      frame(`${outcome('a', '"-110"', fields)}, ${outcome('b')}`),
      frame(outcome('a', '"-115"', fields), 'line_update'),
    ]);
    expect(both([...frames, ...frames])).not.toContain(false);
  });

  it('tell what is news of their game, though their words are not', () => {
    const circa = frame(outcome('a'));
    const fanduel = circa.replace('circa', 'fanduel').replace('07:00 PM', '08:00 PM');
    const gone =
      '{"action": "game_removed", "data": {"sportsbook": "circa", "game": "Utah Jazz vs Boston Celtics, 2026-01-18, 07"}}';
    expect(both([circa, fanduel, circa, fanduel, gone, fanduel, circa])).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('keep the order of keys that read as numbers', () => {
    const keys = (...names: string[]) => frame(names.map((name) => outcome(name)).join(', '));
    expect(both([keys('1', '5', '12', 'a'), keys('610507925004', '610507925003')])).toEqual([true, true]);
    expect(both([keys('5', '1'), keys('a', '1'), keys('01', '5', '1'), keys('\\u0035', '1')])).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('frames that are parsed', () => {
  it.each([
    ['a key twice', frame(`${outcome('a')}, ${outcome('b')}, ${outcome('a', '"150"')}`)],
    ['a field twice', frame(outcome('a').replace('}', ', "odds": "150"}'))],
    ['a field that nobody knows', frame(outcome('a', '"-110"', { id: '7' }))],
    ['a price that nobody quotes', frame(outcome('a', '"7"'))],
    ['a price in a list', frame(outcome('a', '["-110"]'))],
    ['more behind the outcomes', frame(outcome('a')).replace(/\}\}$/, ', "sport": "NFL"}}')],
    ['something behind the end', `${frame(outcome('a'))} x`],
    ['a part of a frame', frame(outcome('a')).slice(0, -1)],
    ['a list of frames', `[${frame(outcome('a'))}]`],
    ['outcomes deeper down', frame(outcome('a')).replace('"info": {', '"info": {"outcomes": {}, ')],
    ['a comma too many', frame(`${outcome('a')}, `)],
    ['a bad escape', frame(outcome('a\\x'))],
    ['a control character', frame(outcome('a\n'))],
    ['a number with a zero in front', frame(outcome('a', '"-110"', { outcome_line: '05' }))],
    ['another action', frame(outcome('a'), 'game_removed')],
    ['the key', frame(outcome(`a ${KEY}`))],
    ['the key in a link', frame(outcome('a', '"-110"', { link: `"https://a.example/?key=${KEY}"` }))],
    ['the key in the game', frame(outcome('a')).replace('"id": 4', `"id": "${KEY}"`)],
  ])('%s', (_, odd) => {
    const known = frame(`${outcome('a')}, ${outcome('b')}`);
    expect(both([odd, known, odd, known])).toEqual([false, true, false, true]);
  });
});
