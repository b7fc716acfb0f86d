import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type TrayIconName, type TrayModel, trayIcon, trayMenu, trayToolTip } from './tray-model.ts';

const QUIET: TrayModel = {
  feed: 'live',
  feedWords: 'live',
  unread: 0,
  pausedUntil: '',
  isQuietNow: false,
  hasQuietHours: false,
  quietHours: '23:00 to 07:00',
  topPrices: [],
};
const labels = (model: TrayModel) =>
  trayMenu(model).map((line) => (line.kind === 'separator' ? '-' : line.label));

describe('the tray', () => {
  test.each<[TrayIconName, Partial<TrayModel>]>([
    ['live', {}],
    ['unread', { unread: 2 }],
    ['paused', { pausedUntil: '15:04', unread: 2 }],
    ['paused', { isQuietNow: true }],
    ['stale', { feed: 'stale', pausedUntil: '15:04', unread: 2 }],
    ['offline', { feed: 'offline', unread: 2 }],
  ])('shows %s for %j', (icon, part) => expect(trayIcon({ ...QUIET, ...part })).toBe(icon));

  test.each<TrayIconName>(['live', 'stale', 'offline', 'paused', 'unread'])(
    'has %s drawn for every system',
    (icon) => {
      const folder = path.resolve(import.meta.dirname, '../../../../resources/tray');
      const files = [`${icon}.png`, `${icon}@2x.png`, `${icon}Template.png`, `${icon}Template@2x.png`];
      expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
    },
  );

  it('tells everything to whoever points at it', () => {
    expect(trayToolTip(QUIET)).toBe('Linewatch \u00b7 live');
    expect(
      trayToolTip({
        ...QUIET,
        feed: 'stale',
        feedWords: 'stale since 14:03',
        unread: 3,
        pausedUntil: '15:04',
      }),
    ).toBe('Linewatch \u00b7 stale since 14:03 \u00b7 3 unread alerts \u00b7 alerts paused until 15:04');
  });

  it('has a menu with everything that needs no window', () => {
    expect(labels(QUIET)).toEqual([
      'Feed: live',
      '-',
      'No unread alerts',
      'Pause alerts for 1 hour',
      'Quiet hours 23:00 to 07:00',
      '-',
      'Open Linewatch',
      'Quit',
    ]);
  });

  it('lists watched prices, eight at most, each going to its game', () => {
    const topPrices = Array.from({ length: 20 }, (_, at) => ({
      text: `Texas A&M ${at}`,
      game: `game ${at}`,
    }));
    const lines = trayMenu({ ...QUIET, topPrices }).filter(
      (line) => line.kind === 'line' && line.command?.kind === 'game',
    );
    expect(lines).toHaveLength(8);
    expect(lines[3]).toEqual({
      kind: 'line',
      label: 'Texas A&&M 3',
      command: { kind: 'game', game: 'game 3' },
    });
  });

  it('leads to unread alerts, and out of a pause', () => {
    expect(labels({ ...QUIET, unread: 1, pausedUntil: '15:04' })).toEqual(
      expect.arrayContaining(['1 unread alert', 'Resume alerts (paused until 15:04)']),
    );
  });
});
