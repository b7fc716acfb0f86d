import { beforeEach, expect, it } from 'vitest';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { makeBatch } from '../../bridge/make-batch.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { openedRow } from './opened-row.ts';

const QUERY = { game: 'Lakers vs Celtics', market: 'spread' };
let bridge: FakeBridge;
let opened: ReturnType<typeof openedRow>;

beforeEach(() => {
  bridge = new FakeBridge();
  const batch = makeBatch({ cells: [{ row: 0, book: 0 }] });
  bridge.answerValue('lines.open', { ...batch, rows: [] });
  bridge.answerValue('lines.painted', null);
  bridge.answerValue('lines.close', null);
  opened = openedRow(bridge, new ManualScheduler());
});

it('opens a game, closes it when it is asked for again, and another one in its place', () => {
  expect(opened.game.read()).toBeNull();
  opened.toggle(QUERY);
  expect(opened.game.read()).toBe(QUERY.game);
  opened.line.write('game|spread|4');
  opened.toggle({ ...QUERY, game: 'Bulls vs Heat' });
  expect(opened.game.read()).toBe('Bulls vs Heat');
  expect(opened.line.read()).toBeNull();
  expect(bridge.inputsOf('lines.open')).toEqual([QUERY, { ...QUERY, game: 'Bulls vs Heat' }]);
  opened.toggle({ ...QUERY, game: 'Bulls vs Heat' });
  expect(opened.game.read()).toBeNull();
  expect(bridge.inputsOf('lines.close')).toHaveLength(1);
});

it('asks again only for what is open', () => {
  opened.reopen();
  opened.close();
  expect(bridge.sent).toEqual([]);
  opened.toggle(QUERY);
  opened.reopen();
  expect(bridge.inputsOf('lines.open')).toEqual([QUERY, QUERY]);
  opened.stop();
  expect(bridge.receiverCount('lines.batch')).toBe(0);
});
