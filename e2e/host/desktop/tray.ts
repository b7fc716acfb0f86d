import { standIn } from '../stand-in/stand-in.ts';
import { sessionBus } from './bus/session-bus.ts';
import type { ShownTrayItem } from './bus/tray-host.ts';
import { NativeImage } from './native-image.ts';

type Own =
  | 'setToolTip'
  | 'setImage'
  | 'setTitle'
  | 'getTitle'
  | 'setContextMenu'
  | 'setIgnoreDoubleClickEvents'
  | 'getIgnoreDoubleClickEvents'
  | 'destroy'
  | 'isDestroyed';

/** `Tray`: an item in the tray of the session bus; without one it is nowhere to be seen. */
export class Tray extends standIn<Electron.Tray, Own>('Tray') implements Pick<Electron.Tray, Own> {
  readonly #shown: ShownTrayItem | undefined;
  #image: Electron.NativeImage;
  #toolTip = '';
  #title = '';
  #menu: Electron.Menu | null = null;
  #ignoresDoubleClicks = false;
  #destroyed = false;

  constructor(image: Electron.NativeImage | string) {
    super();
    this.#image = asImage(image);
    this.#shown = sessionBus().tray?.add({
      toolTip: () => this.#toolTip,
      title: () => this.#title,
      icon: () => (this.#image.isEmpty() ? undefined : this.#image.toPNG()),
      menu: () => this.#menu,
      activated: () => this.emit('click', {}, { x: 0, y: 0, width: 0, height: 0 }, { x: 0, y: 0 }),
      secondaryActivated: () => this.emit('middle-click', {}, { x: 0, y: 0, width: 0, height: 0 }),
    });
  }

  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip;
    this.#shown?.textChanged();
  }
  setImage(image: Electron.NativeImage | string): void {
    this.#image = asImage(image);
    this.#shown?.iconChanged();
  }
  setTitle(title: string): void {
    this.#title = title;
    this.#shown?.textChanged();
  }
  getTitle(): string {
    return this.#title;
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.#menu = menu;
    this.#shown?.menuChanged();
  }
  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.#ignoresDoubleClicks = ignore;
  }
  getIgnoreDoubleClickEvents(): boolean {
    return this.#ignoresDoubleClicks;
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#shown?.remove();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
}

function asImage(image: Electron.NativeImage | string): Electron.NativeImage {
  if (typeof image !== 'string') return image;
  const read = NativeImage.createFromPath(image);
  if (read.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return read;
}
