import { expect, it } from 'vitest';
import type { AlertEntry } from '#contract/alerts.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { UNDO_MS } from '../undo.ts';
import { openAlerts } from './alerts.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('why a rule could not be kept stands while alerts come in; why the log could not be read goes when it can', async () => {
  const bridge = new FakeBridge();
  bridge.answerValue('rules.read', []);
  bridge.answer('alerts.read', () => ({ ok: false, code: 'internal', message: 'No engine.' }));
  const store = openAlerts(bridge, new ManualScheduler(), () => undefined);
  await settled();
  expect(store.failure.read()).toBe('No engine.');
  bridge.answerValue('alerts.read', { entries: [], hasMore: false, unread: 0 });
  bridge.push('alerts', { added: [], unread: 1 });
  await settled();
  expect(store.failure.read()).toBeNull();

  bridge.answer('rules.save', () => ({ ok: false, code: 'internal', message: 'The disk is full.' }));
  expect(await store.save({ name: 'Any move' } as Rule)).toBe(false);
  bridge.push('alerts', { added: [], unread: 2 });
  await settled();
  expect(store.failure.read()).toBe('The disk is full.');
  store.stop();
});

it('a rule that a link names is opened in the editor, as soon as the rules are read; one that is gone is said to be', async () => {
  const bridge = new FakeBridge();
  const rule = { name: 'Any move', kind: 'move' } as Rule;
  bridge.answerValue('alerts.read', { entries: [], hasMore: false, unread: 0 });
  bridge.answerValue('rules.read', [{ rule }] as never);
  const store = openAlerts(bridge, new ManualScheduler(), () => undefined);
  await store.editNamed('Any move', 'It is gone.');
  expect(store.editor.read()).toEqual({ replaces: 'Any move', rule });
  store.closeEditor();
  await store.editNamed('Another', 'It is gone.');
  expect([store.editor.read(), store.failure.read()]).toEqual([null, 'It is gone.']);
  store.stop();
});

it('asks for those that were held back alone, page by page; and says what came of an import, also of nothing', async () => {
  const bridge = new FakeBridge();
  const told: string[] = [];
  bridge.answerValue('rules.read', []);
  bridge.answerValue('alerts.read', { entries: [], hasMore: true, unread: 0 });
  bridge.answerValue('rules.import', 0);
  const store = openAlerts(bridge, new ManualScheduler(), (sentence) => told.push(sentence));
  store.show('held-back');
  await settled();
  expect(bridge.inputsOf('alerts.read').at(-1)).toEqual({ limit: 100, isSilent: true });
  await store.importRules((count) => `${count} added`);
  bridge.answerValue('rules.import', null);
  await store.importRules((count) => `${count} added`);
  expect(told).toEqual(['0 added']);
  store.stop();
});

it('offers to take a removed rule back for a while', async () => {
  const bridge = new FakeBridge();
  const scheduler = new ManualScheduler();
  const rule = { name: 'Any move' } as Rule;
  bridge.answerValue('rules.read', [{ rule, words: '', lastFiredAtMs: null, isDone: false }]);
  bridge.answerValue('alerts.read', { entries: [], hasMore: false, unread: 0 });
  bridge.answerValue('rules.remove', []);
  const store = openAlerts(bridge, scheduler, () => undefined);
  await settled();
  await store.remove('Any move');
  expect(store.removed.read()).toBe(rule);
  scheduler.advance(UNDO_MS);
  expect(store.removed.read()).toBeNull();
  store.stop();
});

it('a rule says when it fired last as soon as it does, and that it is done where it fires once', async () => {
  const bridge = new FakeBridge();
  const [once, every] = [{ name: 'once', repeat: 'once' } as Rule, { name: 'every' } as Rule];
  const views = [once, every].map((rule) => ({ rule, words: '', lastFiredAtMs: null, isDone: false }));
  bridge.answerValue('rules.read', views);
  bridge.answerValue('alerts.read', { entries: [], hasMore: false, unread: 0 });
  const store = openAlerts(bridge, new ManualScheduler(), () => undefined);
  await settled();
  const alert = (rule: string, atMs: number) => ({ rule, atMs, silence: null }) as AlertEntry;
  bridge.push('alerts', { added: [alert('', 5)], unread: 1 });
  expect(store.rules.read()).toBe(views);
  bridge.push('alerts', { added: [alert('every', 10), alert('once', 11), alert('every', 12)], unread: 4 });
  // one that could not be shown in time is told late
  bridge.push('alerts', { added: [alert('every', 7)], unread: 5 });
  expect(store.rules.read()?.map(({ lastFiredAtMs, isDone }) => [lastFiredAtMs, isDone])).toEqual([
    [11, true],
    [12, false],
  ]);
  store.stop();
});
