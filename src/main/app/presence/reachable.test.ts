import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import { KeptWindow } from './kept-window.ts';

/** The desktop around the window, as far as closing depends on it. */
const desktop = vi.hoisted(() => ({
  hasTray: true,
  answer: 0,
  quits: 0,
  windows: [] as unknown[],
}));
const app = vi.hoisted(() => ({ on: () => undefined, off: () => undefined, quit: (): void => undefined }));
vi.mock('electron', () => ({
  app,
  dialog: { showMessageBox: async () => ({ response: desktop.answer, checkboxChecked: false }) },
}));
vi.mock('../../desktop/tray/has-tray.ts', () => ({
  hasTray: async () => desktop.hasTray,
  trayWithin: async () => desktop.hasTray,
}));
vi.mock('../life/log.ts', () => ({ say: () => undefined }));
vi.mock('../windows.ts', () => ({ sendTo: () => undefined }));
vi.mock('../main-window.ts', () => ({
  openMainWindow(needs: WindowNeeds) {
    const window = new HandWindow(needs);
    desktop.windows.push(window);
    return window;
  },
}));

interface WindowNeeds {
  readonly startsHidden: boolean;
  readonly hidden: (id: number, isHidden: boolean) => void;
  readonly closed: (id: number) => void;
}

/** A window as a desktop has it: closing asks its listeners, and takes it away unless one of them objects. */
class HandWindow extends EventEmitter {
  readonly webContents = { id: 1 };
  visible: boolean;
  minimized = false;
  destroyed = false;
  readonly #needs: WindowNeeds;
  constructor(needs: WindowNeeds) {
    super();
    this.#needs = needs;
    this.visible = !needs.startsHidden;
    if (needs.startsHidden) needs.hidden(1, true);
  }
  isVisible = () => this.visible;
  isMinimized = () => this.minimized;
  isDestroyed = () => this.destroyed;
  show = () => this.#become(true, this.minimized);
  hide = () => this.#become(false, this.minimized);
  minimize = () => this.#become(true, true);
  restore = () => this.#become(true, false);
  focus = () => undefined;
  close(): void {
    if (this.destroyed) return;
    let isHeld = false;
    this.emit('close', { preventDefault: () => (isHeld = true) });
    if (isHeld) return;
    this.destroyed = true;
    this.emit('closed');
    this.#needs.closed(1);
  }
  #become(visible: boolean, minimized: boolean): void {
    [this.visible, this.minimized] = [visible, minimized];
    this.#needs.hidden(1, !visible || minimized);
  }
}

const STEPS = [
  'close',
  'toggle',
  'second start',
  'minimize',
  'tray goes',
  'tray comes',
  'answer minimize',
  'answer quit',
  'answer cancel',
  'time passes',
] as const;

/** A hidden window is looked after within this. */
const LOOKED_AFTER_MS = 15_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('is never running and out of reach, and has one window, whatever is done to it in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }),
      fc.boolean(),
      fc.boolean(),
      async (sequence, closesToTray, startsHidden) => {
        Object.assign(desktop, { hasTray: true, answer: 0, quits: 0, windows: [] });
        app.quit = () => {
          desktop.quits += 1;
        };
        const kept = new KeptWindow({
          settings: {
            read: () => ({ ...DEFAULT_SETTINGS, closesToTray, isTrayTold: true }),
          } as SettingsStore,
          notifier: undefined as never,
          overlayFile: '',
          hidden: () => undefined,
          left: () => undefined,
        });
        if (startsHidden) kept.openHidden();
        else kept.show();
        const windows = () => (desktop.windows as HandWindow[]).filter(({ destroyed }) => !destroyed);
        for (const step of sequence) {
          const [window] = windows();
          const wasInSight = window?.visible === true;
          // what the user reaches for has to be there: the tray, or a window with its button
          if (step === 'toggle' && desktop.hasTray) kept.toggle();
          else if (step === 'second start') kept.show();
          else if (step === 'close' && window?.visible && !window.minimized) window.close();
          else if (step === 'minimize' && window?.visible) window.minimize();
          else if (step === 'tray goes') desktop.hasTray = false;
          else if (step === 'tray comes') desktop.hasTray = true;
          else if (step.startsWith('answer'))
            desktop.answer = ['answer minimize', 'answer quit', 'answer cancel'].indexOf(step);
          else if (step === 'time passes') await vi.advanceTimersByTimeAsync(LOOKED_AFTER_MS);
          await settled();
          if (desktop.quits > 0) return;
          expect(windows().length).toBeLessThanOrEqual(1);
          const isInSight = windows().some(({ visible }) => visible);
          if (step === 'second start') expect(isInSight).toBe(true);
          // closing itself never leaves a desktop without a tray with nothing to click on
          if (step === 'close' && wasInSight && !desktop.hasTray) expect(isInSight).toBe(true);
          // nor does a tray that goes away from a window that is hidden
          if (step === 'time passes' && !desktop.hasTray) expect(isInSight).toBe(true);
          kept.show();
          await settled();
          expect(windows().filter(({ visible }) => visible)).toHaveLength(1);
          if (!isInSight) windows()[0]?.hide();
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('comes back into sight where the tray goes away for good, and stays where it was while there is one', async () => {
  Object.assign(desktop, { hasTray: true, windows: [] });
  const kept = new KeptWindow({
    settings: undefined as never,
    notifier: undefined as never,
    overlayFile: '',
    hidden: () => undefined,
    left: () => undefined,
  });
  kept.show();
  const [window] = desktop.windows as HandWindow[];
  kept.toggle();
  await vi.advanceTimersByTimeAsync(10 * LOOKED_AFTER_MS);
  expect(window?.visible).toBe(false);
  desktop.hasTray = false;
  await vi.advanceTimersByTimeAsync(LOOKED_AFTER_MS);
  expect(window?.visible).toBe(true);
  window?.minimize();
  await vi.advanceTimersByTimeAsync(10 * LOOKED_AFTER_MS);
  expect(window?.minimized).toBe(true);
});
