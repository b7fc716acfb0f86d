import path from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import {
  type TrayCommand,
  type TrayLine,
  type TrayModel,
  trayIcon,
  trayMenu,
  trayToolTip,
} from './tray-model.ts';

/** The app's icon in the desktop's tray. */
export class TrayIcon {
  readonly #folder: string;
  readonly #tray: Tray;
  readonly #obey: (command: TrayCommand) => void;
  #menu = new Menu();
  #shown = '';

  /** `folder`: where the icons are. `obey` hears what the user wants. */
  constructor(folder: string, model: TrayModel, obey: (command: TrayCommand) => void) {
    this.#folder = folder;
    this.#obey = obey;
    this.#tray = new Tray(this.#image(model));
    this.#tray.on('click', () => obey({ kind: 'toggle' }));
    // On macOS a menu that is set takes the left click as well.
    if (process.platform === 'darwin') {
      this.#tray.on('right-click', () => this.#tray.popUpContextMenu(this.#menu));
    }
    this.show(model);
  }

  /** Shows a model; the same one again costs a compare. */
  show(model: TrayModel): void {
    const shown = JSON.stringify(model);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#tray.setImage(this.#image(model));
    this.#tray.setToolTip(trayToolTip(model));
    this.#menu = Menu.buildFromTemplate(trayMenu(model).map((line) => this.#item(line)));
    if (process.platform !== 'darwin') this.#tray.setContextMenu(this.#menu);
  }

  remove(): void {
    this.#tray.destroy();
  }

  #image(model: TrayModel): Electron.NativeImage {
    const template = process.platform === 'darwin' ? 'Template' : '';
    return nativeImage.createFromPath(path.join(this.#folder, `${trayIcon(model)}${template}.png`));
  }

  #item(line: TrayLine): MenuItemConstructorOptions {
    if (line.kind === 'separator') return { type: 'separator' };
    const { label, command, isOn } = line;
    return {
      label,
      enabled: command !== undefined,
      ...(isOn !== undefined && { type: 'checkbox', checked: isOn }),
      click: () => command && this.#obey(command),
    };
  }
}
