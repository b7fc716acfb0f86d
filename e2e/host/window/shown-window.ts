import { app } from '../app/app.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import type { BrowserWindow } from './browser-window.ts';
import { PlacedWindow } from './placed-window.ts';

/** What of `BrowserWindow` this layer stands in for. */
export type VisibilityOwn =
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'moveTop'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isNormal'
  | 'setFullScreen'
  | 'isFullScreen';

let focused: ShownWindow | undefined;

/** The window that has the focus, if one has it. */
export function focusedWindow(): BrowserWindow | null {
  return (focused as BrowserWindow | undefined) ?? null;
}

/** Whether a window is to be seen, and whether it has the focus: as a desktop would have it that does what it is told. */
export abstract class ShownWindow
  extends PlacedWindow
  implements Pick<Electron.BrowserWindow, VisibilityOwn>
{
  #shown: boolean;
  #minimized = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options);
    this.#shown = options.show !== false;
  }

  show(): void {
    this.showInactive();
    this.takeFocus();
  }
  showInactive(): void {
    if (this.#shown) return;
    this.#shown = true;
    if (!this.#minimized) this.frame.setState('normal');
    this.emit('show');
  }
  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.blur();
    this.frame.setState('minimized');
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#shown && !this.#minimized;
  }
  focus(): void {
    if (this.#shown) this.takeFocus();
  }
  blur(): void {
    if (focused !== this) return;
    focused = undefined;
    this.emit('blur');
    app.emit('browser-window-blur', cancelableEvent(), this);
  }
  isFocused(): boolean {
    return focused === this;
  }
  moveTop(): void {
    return;
  }

  minimize(): void {
    if (this.#minimized) return;
    this.#minimized = true;
    this.blur();
    this.frame.setState('minimized');
    this.emit('minimize');
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  restore(): void {
    if (!this.#minimized) return;
    this.#minimized = false;
    this.frame.setState('normal');
    this.emit('restore');
    this.focus();
  }
  maximize(): void {
    if (!this.#shown) this.show();
    if (this.sizeState === 'maximized') return;
    this.changeSizeState('maximized');
    this.emit('maximize');
  }
  unmaximize(): void {
    if (this.sizeState !== 'maximized') return;
    this.changeSizeState('normal');
    this.emit('unmaximize');
  }
  isMaximized(): boolean {
    return this.sizeState === 'maximized';
  }
  isNormal(): boolean {
    return this.sizeState === 'normal' && !this.#minimized;
  }
  setFullScreen(flag: boolean): void {
    if (flag === this.isFullScreen()) return;
    this.changeSizeState(flag ? 'fullscreen' : 'normal');
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.sizeState === 'fullscreen';
  }

  protected takeFocus(): void {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', cancelableEvent(), this);
  }
}
