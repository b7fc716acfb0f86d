import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { type DesktopStore, openDesktop } from './desktop.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the desktop around the window', () => {
  let bridge: FakeBridge;
  let desktop: DesktopStore;
  beforeEach(() => {
    bridge = new FakeBridge();
    bridge.answerValue('notifications.read', { state: 'untried', detail: '' });
    bridge.answerValue('place.take', null);
    desktop = openDesktop(bridge);
  });

  it('goes to the place that waited, then to each that comes', async () => {
    bridge.answerValue('place.take', { kind: 'game', game: 'one' });
    const go = vi.fn();
    const stop = desktop.followPlaces(go);
    await settled();
    bridge.answerValue('place.take', { kind: 'screen', screen: 'plays' });
    bridge.push('navigate', null);
    await settled();
    bridge.answerValue('place.take', null);
    bridge.push('navigate', null);
    await settled();
    expect(go.mock.calls).toEqual([[{ kind: 'game', game: 'one' }], [{ kind: 'screen', screen: 'plays' }]]);
    stop();
    expect(bridge.receiverCount('navigate')).toBe(0);
  });

  it('tells whether a test arrived', async () => {
    bridge.answerValue('notifications.test', { state: 'silent', detail: 'Nothing came.' });
    desktop.testNotification();
    expect(desktop.isTesting.read()).toBe(true);
    await settled();
    expect([desktop.isTesting.read(), desktop.health.read().state]).toEqual([false, 'silent']);
    bridge.push('notifications', { state: 'working', detail: '' });
    expect(desktop.health.read().state).toBe('working');
    desktop.stop();
    expect(bridge.receiverCount('notifications')).toBe(0);
  });
});
