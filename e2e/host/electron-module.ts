import { app } from './app/app.ts';
import { clipboard } from './desktop/clipboard.ts';
import { dialog } from './desktop/dialog.ts';
import { Menu, MenuItem } from './desktop/menu.ts';
import { nativeImage } from './desktop/native-image.ts';
import { nativeTheme } from './desktop/native-theme.ts';
import { net } from './desktop/net.ts';
import { Notification } from './desktop/notification.ts';
import { powerMonitor } from './desktop/power-monitor.ts';
import { safeStorage } from './desktop/safe-storage.ts';
import { screen } from './desktop/screen.ts';
import { shell } from './desktop/shell.ts';
import { Tray } from './desktop/tray.ts';
import { ipcMain } from './ipc/ipc-main.ts';
import { MessageChannelMain } from './ipc/message-port.ts';
import { notStoodInClass, standInObject } from './stand-in/stand-in.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { protocol } from './window/custom-scheme.ts';
import { Session } from './window/session.ts';
import { WebContents } from './window/web-contents.ts';

/** A module that is there to be imported, and throws by name when it is used. */
const absent = <Full extends object>(type: string, name: string): Full =>
  standInObject<Full, never>(type, name, {} as Pick<Full, never>);

/** Everything that `import … from 'electron'` finds in the main process. */
export const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session: Session,
  shell,
  Tray,
  webContents: WebContents,
  autoUpdater: absent<Electron.AutoUpdater>('AutoUpdater', 'autoUpdater'),
  contentTracing: absent<Electron.ContentTracing>('ContentTracing', 'contentTracing'),
  crashReporter: absent<Electron.CrashReporter>('CrashReporter', 'crashReporter'),
  desktopCapturer: absent<Electron.DesktopCapturer>('DesktopCapturer', 'desktopCapturer'),
  globalShortcut: absent<Electron.GlobalShortcut>('GlobalShortcut', 'globalShortcut'),
  inAppPurchase: absent<Electron.InAppPurchase>('InAppPurchase', 'inAppPurchase'),
  netLog: absent<Electron.NetLog>('NetLog', 'netLog'),
  powerSaveBlocker: absent<Electron.PowerSaveBlocker>('PowerSaveBlocker', 'powerSaveBlocker'),
  pushNotifications: absent<Electron.PushNotifications>('PushNotifications', 'pushNotifications'),
  systemPreferences: absent<Electron.SystemPreferences>('SystemPreferences', 'systemPreferences'),
  BaseWindow: notStoodInClass('BaseWindow'),
  BrowserView: notStoodInClass('BrowserView'),
  ClipboardItem: notStoodInClass('ClipboardItem'),
  ImageView: notStoodInClass('ImageView'),
  ShareMenu: notStoodInClass('ShareMenu'),
  TouchBar: notStoodInClass('TouchBar'),
  utilityProcess: notStoodInClass('UtilityProcess'),
  View: notStoodInClass('View'),
  WebContentsView: notStoodInClass('WebContentsView'),
  webFrameMain: notStoodInClass('WebFrameMain'),
} satisfies StoodIn & Record<Exclude<Exported, keyof StoodIn>, unknown>;

type Exported =
  | Exclude<keyof typeof Electron.Main, 'IpcMainServiceWorker' | 'WebSocket'>
  | 'nativeImage'
  | 'crashReporter'
  | 'shell';

/** The types that Electron gives to what is stood in for. */
interface StoodIn {
  app: Electron.App;
  BrowserWindow: Pick<
    typeof Electron.BrowserWindow,
    'getAllWindows' | 'fromId' | 'fromWebContents' | 'getFocusedWindow'
  > &
    (new (
      options?: Electron.BrowserWindowConstructorOptions,
    ) => Electron.BrowserWindow);
  clipboard: Electron.Clipboard;
  dialog: Electron.Dialog;
  ipcMain: Electron.IpcMain;
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'> &
    (new () => Electron.Menu);
  MenuItem: new (options: Electron.MenuItemConstructorOptions) => Electron.MenuItem;
  MessageChannelMain: new () => Electron.MessageChannelMain;
  nativeImage: Pick<
    typeof Electron.NativeImage,
    'createEmpty' | 'createFromBuffer' | 'createFromDataURL' | 'createFromPath'
  >;
  nativeTheme: Electron.NativeTheme;
  net: Electron.Net;
  Notification: Pick<typeof Electron.Notification, 'isSupported'> &
    (new (
      options?: Electron.NotificationConstructorOptions,
    ) => Electron.Notification);
  powerMonitor: Electron.PowerMonitor;
  protocol: Electron.Protocol;
  safeStorage: Electron.SafeStorage;
  screen: Electron.Screen;
  session: Pick<typeof Electron.Session, 'defaultSession'>;
  shell: Electron.Shell;
  Tray: new (image: Electron.NativeImage | string) => Electron.Tray;
  webContents: Pick<
    typeof Electron.WebContents,
    'fromId' | 'fromDevToolsTargetId' | 'fromFrame' | 'getAllWebContents' | 'getFocusedWebContents'
  >;
}
