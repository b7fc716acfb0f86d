import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { NotificationHealth } from '#contract/notifications.ts';
import { type Notice, type NoticeEvents, type NotificationSystem, Notifier } from './notifier.ts';

const notice = (id: string, part: Partial<Notice> = {}): Notice => ({
  id,
  title: 'Lakers -3.5 at -105',
  body: 'circa, was -110',
  urgency: 'normal',
  isSilent: false,
  actions: [
    { name: 'mute', label: 'Mute' },
    { name: 'slip', label: 'Bet slip' },
  ],
  opened: () => undefined,
  action: () => undefined,
  ...part,
});

/** A desktop whose answers are given by hand. */
class HandSystem implements NotificationSystem {
  supported = true;
  readonly shown = new Map<string, NoticeEvents>();
  readonly takenBack: string[] = [];
  answer: (events: NoticeEvents) => void = (events) => events.shown();
  isSupported = () => this.supported;
  show({ id }: Notice, events: NoticeEvents): () => void {
    this.shown.set(id, events);
    this.answer(events);
    return () => this.takenBack.push(id);
  }
}

describe('Notifier', () => {
  let system: HandSystem;
  let healths: NotificationHealth['state'][];
  let notifier: Notifier;
  beforeEach(() => {
    vi.useFakeTimers();
    system = new HandSystem();
    healths = [];
    notifier = new Notifier(system, ({ state }) => healths.push(state));
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('says that a notice was shown, and who clicked what', async () => {
    const opened = vi.fn();
    const action = vi.fn();
    expect(await notifier.show(notice('a', { opened, action }))).toEqual({ ok: true });
    system.shown.get('a')?.clicked();
    system.shown.get('a')?.action(1);
    system.shown.get('a')?.action(7);
    expect(opened).toHaveBeenCalledOnce();
    expect(action.mock.calls).toEqual([['slip']]);
    expect(notifier.health).toEqual({ state: 'working', detail: '' });
  });

  test.each<[NotificationHealth['state'], (system: HandSystem) => void]>([
    [
      'unsupported',
      (desktop) => {
        desktop.supported = false;
      },
    ],
    [
      'failed',
      (desktop) => {
        desktop.answer = (events) => events.failed('denied');
      },
    ],
    [
      'failed',
      (desktop) => {
        desktop.answer = () => {
          throw new Error('no bus');
        };
      },
    ],
    [
      'silent',
      (desktop) => {
        desktop.answer = () => undefined;
      },
    ],
  ])('finds a desktop that is %s within 10 s, in words', async (state, breakIt) => {
    breakIt(system);
    const showing = notifier.show(notice('a'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await showing).toMatchObject({ ok: false, why: expect.stringMatching(/\.( |\)|$)|\)$/) });
    expect(healths).toEqual([state]);
    expect(notifier.health.detail).not.toBe('');
  });

  it('trusts a desktop again that shows again', async () => {
    system.supported = false;
    await notifier.show(notice('a'));
    system.supported = true;
    await notifier.show(notice('b'));
    expect(healths).toEqual(['unsupported', 'working']);
  });

  it('puts a notice in the place of the one before it, and takes back what is closed', async () => {
    await notifier.show(notice('a'));
    await notifier.show(notice('a'));
    expect(system.takenBack).toEqual(['a']);
    notifier.close('a');
    notifier.close('a');
    notifier.close('never shown');
    expect(system.takenBack).toEqual(['a', 'a']);
  });

  it('still takes back the newer one when the one that it replaced is closed late', async () => {
    await notifier.show(notice('a'));
    const older = system.shown.get('a');
    await notifier.show(notice('a'));
    older?.closed();
    notifier.close('a');
    expect(system.takenBack).toEqual(['a', 'a']);
    system.shown.get('a')?.closed();
    notifier.close('a');
    expect(system.takenBack).toHaveLength(2);
  });

  it('a thousand notices leave a hundred to be heard', async () => {
    for (let count = 0; count < 1_000; count += 1) await notifier.show(notice(`n${count}`));
    for (let count = 0; count < 1_000; count += 1) notifier.close(`n${count}`);
    expect(system.takenBack).toHaveLength(100);
  });
});
