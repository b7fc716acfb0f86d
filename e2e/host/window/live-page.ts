import { randomBytes } from 'node:crypto';
import { browser } from '../chromium/browser.ts';
import type { CdpPage } from '../chromium/cdp.ts';
import { isHeadless } from '../chromium/headless.ts';
import { debug } from '../debug.ts';
import { setScreenSize } from '../desktop/screen.ts';
import { mainWorldScript } from '../page/page-scripts.ts';
import { emitConsoleMessages } from './console-messages.ts';
import type { PageIpc } from './page-ipc.ts';
import { type LoadingListener, PageLoading } from './page-loading.ts';
import { followTheme } from './page-theme.ts';
import { PreloadScript } from './preload-script.ts';
import { type NavigationJudge, RequestGate } from './request-gate.ts';
import type { Session } from './session.ts';

/** A page of Chromium, ready to load its first address. */
export interface LivePage {
  targetId: string;
  cdp: CdpPage;
  loading: PageLoading;
  gate: RequestGate;
}

/** What a page is opened for. */
export interface PagePurpose {
  contents: Electron.WebContents;
  session: Session;
  preferences: Electron.WebPreferences;
  ipc: PageIpc;
  onLoading: LoadingListener;
  mayNavigate: NavigationJudge['mayNavigate'];
  crashed(): void;
  preloadFailed(error: Error): void;
}

/** How the page's window begins. */
export interface BirthSize {
  width: number;
  height: number;
  background: boolean;
}

/** Joins the two worlds of every page; a page cannot guess it. */
const TOKEN = `x${randomBytes(12).toString('hex')}`;

/** Opens a page in a window of its own and puts everything in place before anything is loaded. */
export async function openLivePage(size: BirthSize, purpose: PagePurpose): Promise<LivePage> {
  const { contents, session, ipc } = purpose;
  const { targetId } = await browser().send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  const cdp = await browser().attach(targetId);
  const preload = new PreloadScript(cdp, purpose.preferences, TOKEN, (error) => purpose.preloadFailed(error));
  const loading = new PageLoading(cdp, targetId, purpose.onLoading);
  const judge = { mayNavigate: purpose.mayNavigate };
  const gate = new RequestGate(cdp, targetId, judge, session.webRequest);
  const reopenGate = (): void => void gate.open().catch((error: Error) => debug(error.message));
  contents.once('destroyed', session.webRequest.follow(reopenGate));
  cdp.listen('Inspector.targetCrashed', () => purpose.crashed());
  emitConsoleMessages(cdp, contents);
  await Promise.all([
    loading.open(),
    cdp.send('Inspector.enable'),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(TOKEN) }),
    ipc.open(cdp, targetId),
    preload.install().then((stop) => contents.once('destroyed', stop)),
    gate.open(),
    // A page without the focus of the screen must behave as if it had it, however many windows there are.
    cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    followTheme(cdp).then((stop) => contents.once('destroyed', stop)),
  ]);
  if (!isHeadless()) await findScreenSize(cdp);
  return { targetId, cdp, loading, gate };
}

/** Only a page can tell how large the screen is. */
async function findScreenSize(cdp: CdpPage): Promise<void> {
  const expression = '({ width: screen.width, height: screen.height })';
  const { result } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true });
  setScreenSize(result.value as Electron.Size);
}
