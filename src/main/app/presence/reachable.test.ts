import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
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
vi.mock('../../desktop/tray/has-tray.ts', () => ({ hasTray: async () => desktop.hasTray }));
vi.mock('../life/log.ts', () => ({ say: () => undefined }));
vi.mock('../windows.ts', () => ({ sendTo: () => undefined }));
vi.mock('../main-window.ts', () => ({
  openMainWindow(needs: { startsHidden: boolean; closed: (id: number) => void }) {
    const window = new HandWindow(!needs.startsHidden, needs.closed);
    desktop.windows.push(window);
    return window;
  },
}));

/** A window as a desktop has it: closing asks its listeners, and takes it away unless one of them objects. */
class HandWindow extends EventEmitter {
  readonly webContents = { id: 1 };
  visible: boolean;
  minimized = false;
  destroyed = false;
  readonly #closed: (id: number) => void;
  constructor(visible: boolean, closed: (id: number) => void) {
    super();
    this.visible = visible;
    this.#closed = closed;
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
    this.#closed(1);
  }
  #become(visible: boolean, minimized: boolean): void {
    [this.visible, this.minimized] = [visible, minimized];
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
] as const;

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('is never running and out of reach, and has one window, whatever is done to it in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }),
      fc.boolean(),
      async (sequence, closesToTray) => {
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
        kept.show();
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
          await settled();
          if (desktop.quits > 0) return;
          expect(windows().length).toBeLessThanOrEqual(1);
          const isInSight = windows().some(({ visible }) => visible);
          if (step === 'second start') expect(isInSight).toBe(true);
          // closing itself never leaves a desktop without a tray with nothing to click on
          if (step === 'close' && wasInSight && !desktop.hasTray) expect(isInSight).toBe(true);
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
