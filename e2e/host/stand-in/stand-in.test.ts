import { EventEmitter } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { declaredMember } from './declared-members.ts';
import { notStoodInClass, standIn, standInObject } from './stand-in.ts';

type Own = 'setToolTip' | 'isDestroyed';

class Tray extends standIn<Electron.Tray, Own>('Tray') implements Pick<Electron.Tray, Own> {
  readonly #tips: string[] = [];
  setToolTip(toolTip: string): void {
    this.#tips.push(toolTip);
  }
  isDestroyed(): boolean {
    return this.#tips.length === 0;
  }
}

describe('a stand-in class', () => {
  test('has its own members and those of an event emitter', () => {
    const tray = new Tray();
    tray.setToolTip('live');
    const clicks: string[] = [];
    tray.on('click', () => clicks.push('click'));
    tray.emit('click');
    expect([tray.isDestroyed(), clicks, tray instanceof EventEmitter, tray instanceof Tray]).toEqual([
      false,
      ['click'],
      true,
      true,
    ]);
  });

  test('throws by name for every other member of Electron, and for nothing else', async () => {
    const tray = new Tray();
    expect(() => tray.setImage('icon.png')).toThrow('stand-in host: Tray.setImage is not stood in for');
    expect(Reflect.get(tray, 'nothingOfElectron')).toBeUndefined();
    // Only on macOS and Windows: on Linux Electron has it not either.
    expect(Reflect.get(tray, 'getBounds')).toBeUndefined();
    expect(await tray).toBe(tray);
    expect(inspect(tray)).toContain('Tray');
    expect(JSON.stringify({ tray })).toContain('tray');
  });

  test('lets a test replace a method, and does not take a property that would be lost', () => {
    const app = standInObject<Electron.App, 'getName'>('App', 'app', { getName: () => 'app' });
    app.showAboutPanel = () => undefined;
    expect(app.showAboutPanel()).toBeUndefined();
    expect(() => {
      app.userAgentFallback = 'x';
    }).toThrow('stand-in host: app.userAgentFallback is not stood in for');
  });

  test('the statics of Electron throw by name too', () => {
    class Window extends standIn<Electron.BrowserWindow, never>('BrowserWindow') {}
    expect(() => Reflect.get(Window, 'getAllWindows')).toThrow(
      'BrowserWindow.getAllWindows is not stood in for',
    );
    const View = notStoodInClass('View');
    expect(() => new View()).toThrow('stand-in host: View is not stood in for');
  });
});

test('a signature that is not Electron’s does not compile', () => {
  class WrongParameter extends standIn<Electron.Tray, Own>('Tray') implements Pick<Electron.Tray, Own> {
    // @ts-expect-error a tool tip is text
    setToolTip(toolTip: number): void {
      void toolTip;
    }
    isDestroyed(): boolean {
      return false;
    }
  }
  // @ts-expect-error isDestroyed is missing
  class Missing extends standIn<Electron.Tray, Own>('Tray') implements Pick<Electron.Tray, Own> {
    setToolTip(): void {
      return;
    }
  }
  class Unlisted extends standIn<Electron.Tray, Own>('Tray') {
    // @ts-expect-error focus is not listed as its own
    focus(): void {
      return;
    }
  }
  // @ts-expect-error beep gives nothing back
  standInObject<Electron.Shell, 'openPath'>('Shell', 'shell', { openPath: async () => 1 });
  expect([WrongParameter.name, Missing.name, Unlisted.name]).toHaveLength(3);
});

test.each([
  ['BrowserWindow', 'setProgressBar', 'instance', 'method'],
  ['BrowserWindow', 'getMediaSourceId', 'instance', 'method'],
  ['BrowserWindow', 'getAllWindows', 'static', 'method'],
  ['BrowserWindow', 'getAllWindows', 'instance', 'absent'],
  ['App', 'userAgentFallback', 'instance', 'property'],
  ['App', 'setUserActivity', 'instance', 'absent'],
  ['Nothing', 'atAll', 'instance', 'absent'],
] as const)('electron.d.ts says of %s.%s (%s): %s', (type, member, side, declaration) => {
  expect(declaredMember(type, member, side)).toBe(declaration);
});
