import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, type Session } from 'electron';

/** The page is served from its own scheme, so that it has an origin of its own and no access to files. */
const SCHEME = 'app';
const HOST = 'linewatch';

/** The dev server's address while `npm run dev` runs, else `undefined`: a packed app takes no page from anywhere. */
const DEV_SERVER = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

/** Where the main window's page is. */
export const PAGE_URL = DEV_SERVER ?? `${SCHEME}://${HOST}/index.html`;
/** Where the plain page is that stands in for one that keeps crashing. */
export const CRASH_PAGE_URL = new URL('crashed.html', PAGE_URL).href;
/** Where the ticker's page is. */
export const TICKER_URL =
  DEV_SERVER === undefined ? `${SCHEME}://${HOST}/ticker.html` : new URL('ticker.html', DEV_SERVER).href;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Only our own scripts and styles, no network at all, nothing inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What hot reload needs on top: the dev server's socket and inline preamble. Never part of a build. */
const DEV_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws:";

/** Has to run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Whether a URL belongs to our own page. */
export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol: scheme, host } = new URL(url);
  const own = new URL(PAGE_URL);
  return scheme === own.protocol && host === own.host;
}

/** Serves the built page (`folder`) to a session, with its policy; nothing outside the folder can be reached. */
export function servePage(session: Session, folder: string): void {
  if (DEV_SERVER !== undefined) {
    session.webRequest.onHeadersReceived((details, callback) => {
      callback({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [DEV_POLICY] } });
    });
    return;
  }
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = path.join(folder, path.normalize(decodeURIComponent(url.pathname)));
    const contentType = CONTENT_TYPES[path.extname(file)];
    const isOurs = url.host === HOST && file.startsWith(folder + path.sep) && contentType !== undefined;
    if (request.method !== 'GET' || !isOurs) return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(file), {
        headers: {
          'content-type': contentType,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
