import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuGroup } from '#contract/menu.ts';

/** The parts of the menu that the system does by itself. On a Mac copying and pasting depend on them. */
const EDIT: readonly MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];
const VIEW: readonly MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
];

/**
 * The application's menu: the window's own actions, group by group, between what the system does. `run` is told which
 * one was chosen. Shortcuts are shown; the window hears them itself.
 */
export function setAppMenu(groups: readonly MenuGroup[], run: (id: string) => void): void {
  const own = groups.map(({ label, actions }) => ({
    label,
    submenu: actions.map(({ id, label: title, shortcut }) => ({
      id,
      label: title,
      ...acceleratorOf(shortcut),
      click: () => run(id),
    })),
  }));
  const [first, ...others] = own;
  const product: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ role: 'appMenu' }, ...(first ? [first] : [])]
      : [
          {
            label: 'Linewatch',
            submenu: [...(first?.submenu ?? []), { type: 'separator' }, { role: 'quit' }],
          },
        ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...product,
      { label: 'Edit', submenu: [...EDIT] },
      ...others,
      { label: 'View', submenu: [...VIEW] },
    ]),
  );
}

/** As the menu writes a shortcut; a sign without a modifier would be typed, so it is not claimed. */
function acceleratorOf(
  shortcut: string,
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  if (!/^(Mod|Alt)\+|^(Shift\+)?F\d+$/.test(shortcut)) return {};
  const keys = shortcut.split(/\+(?=.)/).map((key) => {
    if (key === 'Mod') return 'CommandOrControl';
    if (key === '+') return 'Plus';
    return key.length === 1 ? key.toUpperCase() : key.replace(/^Arrow/, '');
  });
  return { accelerator: keys.join('+'), registerAccelerator: false };
}
