import type { DesktopSession } from '../host/desktop-session.ts';

const ITEM = '/StatusNotifierItem';
const MENU = '/com/canonical/dbusmenu';
const MOST_TRIES = 10;

/** The one tray icon of a desktop, asked and clicked as the desktop does it. */
export class TrayOnDesktop {
  readonly #desktop: DesktopSession;

  constructor(desktop: DesktopSession) {
    this.#desktop = desktop;
  }

  /** The service of the icon; empty while there is none. */
  async service(): Promise<string> {
    const name = 'org.kde.StatusNotifierWatcher';
    const items = await this.#call(name, '/StatusNotifierWatcher', 'org.freedesktop.DBus.Properties.Get', [
      name,
      'RegisteredStatusNotifierItems',
    ]);
    return /org\.kde\.StatusNotifierItem-\d+-\d+/.exec(items)?.[0] ?? '';
  }

  async toolTip(): Promise<string> {
    return this.#onItem(ITEM, 'org.freedesktop.DBus.Properties.Get', [
      'org.kde.StatusNotifierItem',
      'ToolTip',
    ]);
  }

  async icon(): Promise<string> {
    return this.#onItem(ITEM, 'org.freedesktop.DBus.Properties.Get', [
      'org.kde.StatusNotifierItem',
      'IconPixmap',
    ]);
  }

  async click(): Promise<void> {
    await this.#onItem(ITEM, 'org.kde.StatusNotifierItem.Activate', ['1', '1']);
  }

  /** The lines of the menu with their numbers. */
  async lines(): Promise<readonly (readonly [label: string, id: string])[]> {
    const layout = await this.#onItem(MENU, 'com.canonical.dbusmenu.GetLayout', ['--', '0', '-1', '[]']);
    return [...layout.matchAll(/<\((\d+), \{[^}]*'label': <['"]([^>]*)['"]>/g)].map(
      ([, id = '', label = '']) => [label, id] as const,
    );
  }

  /** Chooses a line by its beginning; once more where the menu changed between the look and the click. */
  async choose(beginning: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const found = (await this.lines()).find(([label]) => label.startsWith(beginning));
      if (!found) throw new Error(`The tray's menu has no line "${beginning}".`);
      try {
        await this.#onItem(MENU, 'com.canonical.dbusmenu.Event', [found[1], 'clicked', '<0>', '0']);
        return;
      } catch (error) {
        if (tries === MOST_TRIES || !/has no item/.test(String(error))) throw error;
      }
    }
  }

  async #onItem(path: string, method: string, args: readonly string[]): Promise<string> {
    return this.#call(await this.service(), path, method, args);
  }

  #call(dest: string, path: string, method: string, args: readonly string[]): Promise<string> {
    return this.#desktop.run(
      'gdbus',
      ...['call', '--session', '--dest', dest, '--object-path', path, '--method', method, ...args],
    );
  }
}
