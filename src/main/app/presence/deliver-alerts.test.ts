import { describe, expect, it } from 'vitest';
import type { AlertEntry } from '#contract/alerts.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { type Notice, Notifier } from '../../desktop/notifications/notifier.ts';
import { AlertDelivery } from './deliver-alerts.ts';

const ENTRY: AlertEntry = {
  alertId: 7,
  atMs: Date.UTC(2026, 0, 18, 18, 41),
  rule: 'Lakers at +150',
  kind: 'price',
  subject: '',
  sport: 'NBA',
  game: 'Lakers vs Celtics, 2026-01-18, 07',
  sportsbook: 'circa',
  outcome: 'Lakers',
  wording: 'Lakers to win',
  market: 'Moneyline',
  line: '',
  from: -105,
  to: 150,
  reason: 'reached +150',
  importance: 'high',
  hasSound: true,
  link: 'https://circa.example/slip',
  evidence: [],
  stakes: [],
  silence: null,
  delivery: 'open',
  isLate: false,
  isRead: false,
};

function deliver(entry: AlertEntry, settings: Partial<Settings> = {}, isGone = () => false) {
  const notices: Notice[] = [];
  const heard: unknown[] = [];
  const notifier = new Notifier(
    {
      isSupported: () => true,
      show(notice, events) {
        notices.push(notice);
        events.shown();
        return () => undefined;
      },
    },
    () => undefined,
  );
  const delivery = new AlertDelivery({
    notifier,
    settings: () => ({ ...DEFAULT_SETTINGS, ...settings }),
    async delivered(alertId, how) {
      if (isGone()) throw new Error('The engine is not running.');
      heard.push([alertId, how]);
    },
    open: (game) => heard.push(['open', game]),
    openLink: (url) => heard.push(['link', url]),
    unread: (count) => heard.push(['unread', count]),
  });
  delivery.take({ added: [entry], unread: 3 });
  return { delivery, notices, heard };
}

describe('AlertDelivery', () => {
  it.each([
    ['America/Los_Angeles', /10:41/],
    ['Asia/Kolkata', /0?0:11|12:11/],
  ])('tells the time as it is in the zone of the settings: %s', (timeZone, time) => {
    const { notices } = deliver(ENTRY, { timeZone });
    const [moved, reason, where] = notices[0]?.body.split('\n') ?? [];
    expect(notices[0]?.title).toBe('Lakers at +150');
    expect(moved).toBe('Lakers to win at Circa: \u2212105 \u2192 +150');
    expect(reason).toBe('reached +150');
    expect(where).toMatch(/^Lakers vs Celtics, /);
    expect(where).toMatch(time);
  });

  it('goes to the game and to the bet slip, and says that it was shown', async () => {
    const { notices, heard } = deliver(ENTRY);
    notices[0]?.opened();
    notices[0]?.action('slip');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([
      ['unread', 3],
      ['open', ENTRY.game],
      ['link', ENTRY.link],
      [7, 'shown'],
    ]);
  });

  it('shows nothing twice, and nothing where notifications are off', async () => {
    expect(deliver({ ...ENTRY, delivery: 'shown' }).notices).toEqual([]);
    const { notices, heard } = deliver(ENTRY, { notifies: false });
    expect(notices).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toContainEqual([7, 'shown']);
  });

  it('shows an alert once that is told anew because the engine ended before it was noted', async () => {
    let isGone = true;
    const { delivery, notices, heard } = deliver(ENTRY, {}, () => isGone);
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    await settled();
    expect(heard).not.toContainEqual([7, 'shown']);
    isGone = false;
    delivery.take({ added: [{ ...ENTRY, isLate: true }], unread: 1 });
    await settled();
    expect(notices).toHaveLength(1);
    expect(heard).toContainEqual([7, 'shown']);

    // noted, it is forgotten: the same number of another database is another alert
    delivery.take({ added: [{ ...ENTRY, atMs: ENTRY.atMs + 1 }], unread: 1 });
    expect(notices).toHaveLength(2);
  });
});
