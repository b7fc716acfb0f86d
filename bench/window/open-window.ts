import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../e2e/host/chromium/chromium.ts';
import { type MarketPlan, MOVE_GLOBAL } from './market-words.ts';

const PAGE = path.join(import.meta.dirname, '../../out/renderer');
const ORIGIN = 'http://linewatch.test';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** As a window paints where there is no graphics card. */
const FLAGS = ['--disable-gpu', '--disable-dev-shm-usage', '--no-sandbox'];

/** The built page in a browser, with the engine's own publisher behind it. */
export interface BenchWindow {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** From now on prices move among so many rows. */
  moveAmong(rows: number): Promise<void>;
  close(): Promise<void>;
}

const scripts = Promise.all(['market-bridge.ts', 'market-worker.ts'].map(bundled));

/** Opens the built page at the size of an ordinary screen and waits for its first prices. */
export async function openWindow(plan: MarketPlan): Promise<BenchWindow> {
  const [bridge, worker] = await scripts;
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript({ content: bridge! });
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/market-worker.js') return route.fulfill({ contentType: TYPES['.js']!, body: worker! });
    return route.fulfill({
      contentType: TYPES[path.extname(pathname)] ?? 'application/octet-stream',
      body: readFileSync(path.join(PAGE, pathname)),
    });
  });
  await page.goto(`${ORIGIN}/index.html?plan=${encodeURIComponent(JSON.stringify(plan))}`);
  await page.locator('.game').first().waitFor({ timeout: 60_000 });
  const cdp = await page.context().newCDPSession(page);
  return {
    page,
    cdp,
    moveAmong: (rows) => page.evaluate(`${MOVE_GLOBAL}(${rows})`),
    close: () => browser.close(),
  };
}

/** One file of the page's side as one plain script. */
async function bundled(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, file), formats: ['iife'], name: 'market' },
    },
  });
  const [bundle] = built as { output: { code: string }[] }[];
  return bundle!.output[0]!.code;
}
