import { hostState } from '../boot/host-state.ts';
import type { Menu } from '../desktop/menu.ts';
import { AppIdentity } from './app-identity.ts';
import { defaultProtocolClient } from './protocol-client.ts';

/** What of `app` this layer stands in for. */
export type DesktopOwn =
  | 'dock'
  | 'applicationMenu'
  | 'accessibilitySupportEnabled'
  | 'badgeCount'
  | 'getBadgeCount'
  | 'setBadgeCount'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'setAboutPanelOptions'
  | 'enableSandbox'
  | 'disableHardwareAcceleration';

/** What the app tells the desktop; much of it is without effect on Linux, as in Electron. */
export abstract class AppDesktop extends AppIdentity implements Pick<Electron.App, DesktopOwn> {
  /** Only there on macOS. */
  readonly dock = undefined;
  accessibilitySupportEnabled = false;
  applicationMenu: Menu | null = null;

  get badgeCount(): number {
    return 0;
  }
  set badgeCount(count: number) {
    this.setBadgeCount(count);
  }
  getBadgeCount(): number {
    return 0;
  }
  /** Only Unity's launcher shows badges. */
  setBadgeCount(_count?: number): boolean {
    return false;
  }
  setAppUserModelId(_id: string): void {
    return;
  }
  setDesktopName(name: string): void {
    process.env['CHROME_DESKTOP'] = name;
  }
  setAsDefaultProtocolClient(protocol: string): boolean {
    return defaultProtocolClient('set', protocol);
  }
  isDefaultProtocolClient(protocol: string): boolean {
    return defaultProtocolClient('check', protocol);
  }
  removeAsDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }
  /** Without effect on Linux. */
  setLoginItemSettings(_settings: Electron.Settings): void {
    return;
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }
  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {
    return;
  }
  enableSandbox(): void {
    if (hostState.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (!hostState.ready) return;
    throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }
}
