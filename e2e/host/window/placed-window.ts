import { screen } from '../desktop/screen.ts';
import { standIn } from '../stand-in/stand-in.ts';
import type { ContentOwn } from './browser-window.ts';
import type { VisibilityOwn } from './shown-window.ts';
import { WindowFrame } from './window-frame.ts';

/** What of `BrowserWindow` this layer stands in for. */
export type PlacementOwn =
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'setContentBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'setContentSize'
  | 'getPosition'
  | 'setPosition'
  | 'center'
  | 'getMinimumSize'
  | 'setMinimumSize'
  | 'isResizable';

/** The size that a window has by itself, or by filling the screen. */
export type SizeState = 'normal' | 'maximized' | 'fullscreen';

const DEFAULT_SIZE = { width: 800, height: 600 };

/** A window's place and size, without a desktop's frame: the content is as large as the window. */
export abstract class PlacedWindow
  extends standIn<Electron.BrowserWindow, PlacementOwn | VisibilityOwn | ContentOwn>('BrowserWindow')
  implements Pick<Electron.BrowserWindow, PlacementOwn>
{
  protected readonly frame = new WindowFrame();
  protected sizeState: SizeState = 'normal';
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #minimum: Electron.Size;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 };
    const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = options;
    const size = this.#atLeastMinimum({ width, height });
    const { x, y } = centered(size);
    this.#bounds = { x: options.x ?? x, y: options.y ?? y, ...size };
    this.#normalBounds = this.#bounds;
    this.frame.place(this.#bounds);
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...(this.sizeState === 'normal' ? this.#bounds : this.#normalBounds) };
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds;
    const wanted = { ...before, ...bounds };
    this.#bounds = { ...wanted, ...this.#atLeastMinimum(wanted) };
    this.frame.place(this.#bounds);
    const { x, y, width, height } = this.#bounds;
    if (width !== before.width || height !== before.height) this.emit('resize');
    if (x !== before.x || y !== before.y) this.emit('move');
  }
  setContentBounds(bounds: Electron.Rectangle): void {
    this.setBounds(bounds);
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    this.setBounds(centered(this.#bounds));
  }
  getMinimumSize(): number[] {
    return [this.#minimum.width, this.#minimum.height];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = { width, height };
    this.setBounds({});
  }
  isResizable(): boolean {
    return true;
  }

  /** Fills the screen, or goes back to the size before. */
  protected changeSizeState(state: SizeState): void {
    if (this.sizeState === 'normal') this.#normalBounds = this.#bounds;
    this.sizeState = state;
    const { workArea, bounds } = screen.getDisplayMatching(this.#bounds);
    this.setBounds({ normal: this.#normalBounds, maximized: workArea, fullscreen: bounds }[state]);
  }

  #atLeastMinimum({ width, height }: Electron.Size): Electron.Size {
    return { width: Math.max(width, this.#minimum.width), height: Math.max(height, this.#minimum.height) };
  }
}

function centered({ width, height }: Electron.Size): Electron.Point {
  const area = screen.getPrimaryDisplay().workArea;
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
  };
}
