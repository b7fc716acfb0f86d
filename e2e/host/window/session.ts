import { runningBrowser } from '../chromium/browser.ts';
import { debug } from '../debug.ts';
import { standIn } from '../stand-in/stand-in.ts';
import { originOf, protocol } from './custom-scheme.ts';
import { startPermissions } from './permissions.ts';
import { WebRequest } from './web-request.ts';

type Own =
  | 'protocol'
  | 'webRequest'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler';
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type Permission = Parameters<NonNullable<RequestHandler>>[1];

/** `session`: the one of all windows; partitions are not stood in for. */
export class Session
  extends standIn<Electron.Session, Own>('Session', 'session')
  implements Pick<Electron.Session, Own>
{
  static readonly defaultSession = new Session();

  readonly protocol = protocol;
  readonly webRequest = new WebRequest();
  #onRequest: RequestHandler = null;
  #onCheck: CheckHandler = null;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#onRequest = handler;
    this.#restart();
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#onCheck = handler;
    this.#restart();
  }
  /** Chromium is started without devices, so there is nothing to hand out. */
  setDevicePermissionHandler(_handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {
    return;
  }

  /** The app has its own word on permissions. */
  get decidesPermissions(): boolean {
    return this.#onRequest !== null || this.#onCheck !== null;
  }

  /** Asks the app's handlers; without any, everything is granted. */
  async decide(contents: Electron.WebContents, permission: Permission): Promise<boolean> {
    const requestingUrl = contents.getURL();
    const details = { isMainFrame: true, requestingUrl };
    if (this.#onCheck && !this.#onCheck(contents, permission, originOf(requestingUrl), details)) return false;
    const onRequest = this.#onRequest;
    if (!onRequest) return true;
    return await new Promise((resolve) => onRequest(contents, permission, resolve, details));
  }

  #restart(): void {
    const cdp = runningBrowser()?.cdp;
    if (cdp) startPermissions(cdp, this).catch((error: Error) => debug(error.message));
  }
}
