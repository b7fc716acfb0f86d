import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRules } from '#domain/alert/rule/read-rules.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { openMemoryDatabase } from '../adapters/cache/open-database.ts';
import { createSqliteAlerts } from '../adapters/cache/sqlite-alerts.ts';
import { createSqliteWatchlists } from '../adapters/cache/sqlite-watchlists.ts';
import { KeptRules } from '../usecases/alerts/keep-rules.ts';
import { summaryDraft } from '../usecases/alerts/raise-alerts.ts';
import { KeptWatchlists } from '../usecases/watchlists/keep-watchlists.ts';
import { exportRules, importRules } from './rule-files.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-rule-files-'));
  file = path.join(folder, 'rules.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function machine() {
  const database = openMemoryDatabase();
  let ids = 0;
  const alerts = createSqliteAlerts(database);
  const rules = new KeptRules({
    store: alerts,
    universalIdOf: (game) => (game === 'known' ? 'ac792a4acb18' : null),
    changed: () => undefined,
  });
  const lists = new KeptWatchlists({
    store: createSqliteWatchlists(database),
    newId: () => `id ${++ids}`,
    universalIdOf: () => null,
    changed: () => undefined,
  });
  const targets = () => rules.all().map(({ name, on }) => [name, on.type === 'watchlist' && on.watchlist]);
  return { rules, lists, alerts, targets };
}

const tonight = (team: string): Watchlist => ({
  watchlistId: '',
  name: 'Tonight',
  entries: [{ entryId: '', kind: 'team', sport: 'NBA', team }],
});
const RULE = { name: 'r', on: { type: 'watchlist', watchlist: 'Tonight' }, kind: 'price', price: 150 };

it('rules go to another machine with the watchlists that they look at, and are one file that is read', () => {
  const [here, there] = [machine(), machine()];
  here.lists.add([tonight('Lakers'), { ...tonight('Kings'), name: 'Nobody looks at it' }]);
  here.rules.add(readRules([RULE]).rules);
  expect(exportRules(file, here.rules, here.lists)).toEqual({ ok: true, value: file });
  const read = readRules(JSON.parse(readFileSync(file, 'utf8')));
  expect(read.watchlists.map(({ name, entries }) => [name, entries.length])).toEqual([['Tonight', 1]]);
  expect(importRules(file, there.rules, there.lists)).toEqual({ ok: true, value: 1 });
  expect(there.lists.all()[0]).toMatchObject({ name: 'Tonight', entries: [{ team: 'Lakers' }] });
  expect(there.targets()).toEqual([['r', 'Tonight']]);
});

it('an imported rule looks at the watchlist that came with it, and none is there twice', () => {
  const { rules, lists, targets } = machine();
  lists.add([tonight('Kings')]);
  writeFileSync(file, JSON.stringify({ rules: [RULE], watchlists: [tonight('Lakers')] }));
  importRules(file, rules, lists);
  importRules(file, rules, lists);
  expect(lists.all().map(({ name, entries }) => [name, entries[0]])).toMatchObject([
    ['Tonight', { team: 'Kings' }],
    ['Tonight (2)', { team: 'Lakers' }],
  ]);
  expect(targets()).toEqual([
    ['r', 'Tonight (2)'],
    ['r (2)', 'Tonight (2)'],
  ]);
});

it('a mistake in a file is a sentence, and nothing of it is taken', () => {
  const { rules, lists } = machine();
  writeFileSync(file, JSON.stringify({ rules: [{ ...RULE, price: 'x' }], watchlists: [tonight('Lakers')] }));
  expect(importRules(file, rules, lists)).toMatchObject({ ok: false, code: 'unreadable' });
  expect(importRules(path.join(folder, 'none'), rules, lists)).toMatchObject({
    ok: false,
    code: 'unreadable',
  });
  expect([rules.all(), lists.all()]).toEqual([[], []]);
});

it('a rule goes on looking at a watchlist that gets another name', () => {
  const { rules, lists, targets } = machine();
  lists.add([tonight('Lakers')]);
  const other = { ...RULE, name: 'other', on: { type: 'watchlist', watchlist: 'Tomorrow' } };
  rules.add(readRules([RULE, other]).rules);
  rules.followNames(new Map([['Tonight', 'Today']]));
  expect(targets()).toEqual([
    ['r', 'Today'],
    ['other', 'Tomorrow'],
  ]);
});

it('a rule that told once has told, also when its watchlist gets another name; changed itself it tells anew', () => {
  const { rules, alerts } = machine();
  rules.add(readRules([{ ...RULE, repeat: 'once' }]).rules);
  const draft = { ...summaryDraft('away', ''), rule: 'r', kind: 'price' } as const;
  alerts.add([{ draft, at: { wallMs: 1, uptimeMs: 1, boot: 'b' }, silence: null }]);
  const isDone = () => rules.views().map((view) => view.isDone);
  expect(isDone()).toEqual([true]);
  rules.followNames(new Map([['Tonight', 'Today']]));
  expect(isDone()).toEqual([true]);
  rules.save({ rule: { ...rules.all()[0]!, importance: 'high' }, replaces: 'r' });
  expect(isDone()).toEqual([false]);
});

it('a rule on a game knows it by its universal id as well, so that it is found under another label', () => {
  const { rules } = machine();
  const on = { type: 'entry', entry: { kind: 'game', game: 'known', universalId: null } };
  const [rule] = readRules([{ ...RULE, on }]).rules;
  rules.save({ rule: rule!, replaces: null });
  expect(rules.all()[0]?.on).toMatchObject({ entry: { game: 'known', universalId: 'ac792a4acb18' } });
});
