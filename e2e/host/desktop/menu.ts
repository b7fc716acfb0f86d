import { app } from '../app/app.ts';
import { notStoodIn, standIn } from '../stand-in/stand-in.ts';
import { BrowserWindow } from '../window/browser-window.ts';

type MenuOwn = 'items' | 'append' | 'insert' | 'getMenuItemById';
type ItemOwn = keyof Omit<Electron.MenuItem, 'sharingItem' | 'badge' | 'accessibilityLabel'>;
type Template = (Electron.MenuItemConstructorOptions | Electron.MenuItem)[];
type Role = NonNullable<Electron.MenuItemConstructorOptions['role']>;

let applicationMenu: Menu | null = null;
let lastCommand = 0;

const onFocused = (act: (window: Electron.BrowserWindow) => void) => (): void => {
  const window = BrowserWindow.getFocusedWindow();
  if (window) act(window);
};
/** What a role does when its item is clicked; editing is the page's own affair. */
const ROLES: Partial<Record<Role, { label: string; act(): void }>> = {
  quit: { label: 'Quit', act: () => app.quit() },
  close: { label: 'Close Window', act: onFocused((window) => window.close()) },
  minimize: { label: 'Minimize', act: onFocused((window) => window.minimize()) },
  reload: { label: 'Reload', act: onFocused((window) => window.reload()) },
  forceReload: {
    label: 'Force Reload',
    act: onFocused((window) => window.webContents.reloadIgnoringCache()),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    act: onFocused((window) => window.setFullScreen(!window.isFullScreen())),
  },
  undo: { label: 'Undo', act: () => undefined },
  redo: { label: 'Redo', act: () => undefined },
  cut: { label: 'Cut', act: () => undefined },
  copy: { label: 'Copy', act: () => undefined },
  paste: { label: 'Paste', act: () => undefined },
  delete: { label: 'Delete', act: () => undefined },
  selectAll: { label: 'Select All', act: () => undefined },
  toggleDevTools: { label: 'Toggle Developer Tools', act: () => undefined },
  resetZoom: { label: 'Actual Size', act: () => undefined },
  zoomIn: { label: 'Zoom In', act: () => undefined },
  zoomOut: { label: 'Zoom Out', act: () => undefined },
};

/** `Menu`: holds its items; nothing shows it. */
export class Menu extends standIn<Electron.Menu, MenuOwn>('Menu') implements Pick<Electron.Menu, MenuOwn> {
  static buildFromTemplate(template: Template): Menu {
    const menu = new Menu();
    for (const item of template)
      menu.append(
        item instanceof MenuItem ? item : new MenuItem(item as Electron.MenuItemConstructorOptions),
      );
    return menu;
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu as Menu | null;
    app.applicationMenu = applicationMenu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  items: Electron.MenuItem[] = [];

  append(menuItem: Electron.MenuItem): void {
    this.insert(this.items.length, menuItem);
  }
  insert(pos: number, menuItem: Electron.MenuItem): void {
    menuItem.menu = this;
    this.items.splice(pos, 0, menuItem);
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

/** `MenuItem`. */
export class MenuItem
  extends standIn<Electron.MenuItem, ItemOwn>('MenuItem')
  implements Pick<Electron.MenuItem, ItemOwn>
{
  readonly commandId = ++lastCommand;
  readonly userAccelerator = null;
  id: string;
  label: string;
  sublabel: string;
  toolTip: string;
  type: Electron.MenuItem['type'];
  role?: NonNullable<Electron.MenuItem['role']>;
  accelerator: Electron.Accelerator | null;
  registerAccelerator: boolean;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  click: (event?: Electron.KeyboardEvent, window?: Electron.BaseWindow) => void;
  icon?: Electron.NativeImage | string;
  submenu?: Menu;
  menu!: Electron.Menu;

  constructor(options: Electron.MenuItemConstructorOptions) {
    super();
    const role = options.role === undefined ? undefined : ROLES[options.role];
    if (options.role !== undefined && !role) throw notStoodIn(`the menu role ${options.role}`);
    if (options.role !== undefined) this.role = options.role as NonNullable<Electron.MenuItem['role']>;
    if (options.icon !== undefined) this.icon = options.icon;
    if (options.submenu !== undefined) {
      this.submenu = Array.isArray(options.submenu)
        ? Menu.buildFromTemplate(options.submenu)
        : (options.submenu as Menu);
    }
    this.id = options.id ?? '';
    this.label = options.label ?? role?.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator ?? null;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = (event, window) => {
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.#choose();
      if (role) role.act();
      else options.click?.(this, window ?? BrowserWindow.getFocusedWindow() ?? undefined, event ?? {});
    };
  }

  /** Radio items next to each other are one group. */
  #choose(): void {
    const items = this.menu?.items ?? [];
    const at = items.indexOf(this);
    for (const step of [-1, 1]) {
      for (let index = at + step; items[index]?.type === 'radio'; index += step) {
        const other = items[index];
        if (other) other.checked = false;
      }
    }
    this.checked = true;
  }
}
