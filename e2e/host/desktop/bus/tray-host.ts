import { defineInterface, type MessageBus } from 'dbus-native';
import { debug } from '../../debug.ts';
import { argbFromPng, type Pixmap } from './argb.ts';
import { exportMenu, MENU_PATH } from './menu-export.ts';

/** What the desktop asks of a tray item and tells it. */
export interface TrayItem {
  toolTip(): string;
  title(): string;
  /** The icon as PNG, or undefined while there is none. */
  icon(): Buffer | undefined;
  menu(): Electron.Menu | null;
  activated(): void;
  secondaryActivated(): void;
}

/** Where a tray item is shown. */
export interface ShownTrayItem {
  iconChanged(): void;
  textChanged(): void;
  menuChanged(): void;
  remove(): void;
}

/** The desktop's tray. */
export interface TrayHost {
  add(item: TrayItem): ShownTrayItem;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const ITEM_PATH = '/StatusNotifierItem';
const NO_MENU_PATH = '/NO_DBUSMENU';

let lastItem = 0;

/** Opens the tray; rejects when the desktop has none. One item at a time is shown. */
export async function openTrayHost(bus: MessageBus, appName: string): Promise<TrayHost> {
  const watcher = await bus
    .getService(WATCHER)
    .getInterface<{ RegisterStatusNotifierItem(service: string): PromiseLike<void> }>(
      '/StatusNotifierWatcher',
      WATCHER,
    );
  return {
    add(item) {
      const service = `${ITEM}-${process.pid}-${++lastItem}`;
      const definition = describeItem(item, appName);
      const menu = exportMenu(bus, () => item.menu());
      const showing = (async () => {
        await bus.export(ITEM_PATH, definition);
        const name = await bus.ownName(service);
        await watcher.RegisterStatusNotifierItem(service);
        return name;
      })();
      showing.catch((error: Error) => debug('tray item:', error.message));
      const tell = (signal: string): void => {
        showing
          .then(() => definition.emit[signal]?.())
          .catch((error: Error) => debug('tray item:', error.message));
      };
      return {
        iconChanged: () => tell('NewIcon'),
        textChanged() {
          tell('NewToolTip');
          tell('NewTitle');
        },
        menuChanged: () => menu.changed(),
        remove() {
          menu.remove();
          bus.unexportInterface(ITEM_PATH, ITEM);
          showing.then((name) => name.release()).catch((error: Error) => debug('tray item:', error.message));
        },
      };
    },
  };
}

function describeItem(item: TrayItem, appName: string) {
  const text = (get: () => string) => ({ type: 's', access: 'read' as const, get });
  const pixmaps = (): Pixmap[] => {
    const png = item.icon();
    const pixmap = png && argbFromPng(png);
    return pixmap ? [pixmap] : [];
  };
  const at = { x: 'i', y: 'i' };
  return defineInterface({
    name: ITEM,
    properties: {
      Category: text(() => 'ApplicationStatus'),
      Id: text(() => appName),
      Title: text(() => item.title()),
      Status: text(() => 'Active'),
      IconName: text(() => ''),
      IconPixmap: { type: 'a(iiay)', access: 'read', get: pixmaps },
      ToolTip: { type: '(sa(iiay)ss)', access: 'read', get: () => ['', [], item.toolTip(), ''] },
      ItemIsMenu: { type: 'b', access: 'read', get: () => false },
      Menu: { type: 'o', access: 'read', get: () => (item.menu() ? MENU_PATH : NO_MENU_PATH) },
    },
    methods: {
      Activate: { in: at, handler: nothingBack(() => item.activated()) },
      SecondaryActivate: { in: at, handler: nothingBack(() => item.secondaryActivated()) },
      ContextMenu: { in: at, handler: () => null },
      Scroll: { in: { delta: 'i', orientation: 's' }, handler: () => null },
    },
    signals: { NewIcon: {}, NewToolTip: {}, NewTitle: {}, NewMenu: {} },
  });
}

/** A method without a result answers null. */
const nothingBack = (act: () => void) => (): null => {
  act();
  return null;
};
