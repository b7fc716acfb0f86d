import { defineInterface, type MessageBus, Variant } from 'dbus-native';
import { debug } from '../../debug.ts';

/** Where the desktop finds the menu of a tray item. */
export const MENU_PATH = '/com/canonical/dbusmenu';
const MENU = 'com.canonical.dbusmenu';
const ROOT = 0;

type Properties = Record<string, Variant>;
type Layout = [id: number, properties: Properties, children: Variant[]];

/** Shows a menu to the desktop, which draws it and tells the clicks. */
export function exportMenu(
  bus: MessageBus,
  menu: () => Electron.Menu | null,
): { changed(): void; remove(): void } {
  let revision = 1;
  const items = (): Electron.MenuItem[] => menu()?.items ?? [];
  const click = (id: number, event: string): void => {
    const item = findItem(items(), id);
    // the menu may have changed since it was drawn: as in libdbusmenu that is an error, and no click that is lost
    if (item === undefined && id !== ROOT) throw new Error(`The menu has no item ${id} any more.`);
    if (event === 'clicked' && item?.enabled) item.click();
  };
  const property = (type: string, value: unknown) => ({ type, access: 'read' as const, get: () => value });
  const definition = defineInterface({
    name: MENU,
    properties: {
      Version: property('u', 3),
      TextDirection: property('s', 'ltr'),
      Status: property('s', 'normal'),
      IconThemePath: property('as', []),
    },
    methods: {
      GetLayout: {
        in: { parentId: 'i', recursionDepth: 'i', propertyNames: 'as' },
        out: { revision: 'u', layout: '(ia{sv}av)' },
        handler: ({ parentId }: { parentId: number }) => ({ revision, layout: layoutOf(items(), parentId) }),
      },
      GetGroupProperties: {
        in: { ids: 'ai', propertyNames: 'as' },
        out: { properties: 'a(ia{sv})' },
        handler: ({ ids }: { ids: number[] }) => ids.map((id) => [id, propertiesOf(findItem(items(), id))]),
      },
      Event: {
        in: { id: 'i', eventId: 's', data: 'v', timestamp: 'u' },
        handler: ({ id, eventId }: { id: number; eventId: string }) => {
          click(id, eventId);
          return null;
        },
      },
      AboutToShow: { in: { id: 'i' }, out: { needUpdate: 'b' }, handler: () => false },
    },
    signals: { LayoutUpdated: { args: { revision: 'u', parent: 'i' } } },
  });
  const exporting = bus.export(MENU_PATH, definition);
  exporting.catch((error: Error) => debug('menu:', error.message));
  return {
    changed() {
      revision += 1;
      exporting
        .then(() => definition.emit['LayoutUpdated']?.(revision, ROOT))
        .catch((error: Error) => debug('menu:', error.message));
    },
    remove: () => void bus.unexportInterface(MENU_PATH, MENU),
  };
}

function findItem(items: readonly Electron.MenuItem[], id: number): Electron.MenuItem | undefined {
  for (const item of items) {
    const found = item.commandId === id ? item : findItem(item.submenu?.items ?? [], id);
    if (found) return found;
  }
  return undefined;
}

function layoutOf(items: readonly Electron.MenuItem[], id: number): Layout {
  const item = findItem(items, id);
  const children = id === ROOT ? items : (item?.submenu?.items ?? []);
  const properties = id === ROOT ? { 'children-display': new Variant('s', 'submenu') } : propertiesOf(item);
  return [
    id,
    properties,
    children.map((child) => new Variant('(ia{sv}av)', layoutOf(items, child.commandId))),
  ];
}

function propertiesOf(item: Electron.MenuItem | undefined): Properties {
  if (!item) return {};
  if (item.type === 'separator') return { type: new Variant('s', 'separator') };
  const properties: Properties = {
    label: new Variant('s', item.label),
    enabled: new Variant('b', item.enabled),
    visible: new Variant('b', item.visible),
  };
  if (item.submenu) properties['children-display'] = new Variant('s', 'submenu');
  if (item.type === 'checkbox' || item.type === 'radio') {
    properties['toggle-type'] = new Variant('s', item.type === 'radio' ? 'radio' : 'checkmark');
    properties['toggle-state'] = new Variant('i', item.checked ? 1 : 0);
  }
  return properties;
}
