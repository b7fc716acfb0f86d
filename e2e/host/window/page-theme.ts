import type { CdpTarget } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';

type Theme = 'system' | 'light' | 'dark';

let theme: Theme = 'system';
const followers = new Set<() => void>();

/** The theme that pages are asked to show. */
export function pageTheme(): Theme {
  return theme;
}

/** Changes `prefers-color-scheme` of every page. */
export function setPageTheme(next: Theme): void {
  theme = next;
  for (const follow of followers) follow();
}

/** Puts the theme on one page, now and on every change. Returns the undo. */
export async function followTheme(page: CdpTarget): Promise<() => void> {
  const apply = async (): Promise<void> => {
    const value = theme === 'system' ? '' : theme;
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  };
  const follow = (): void => {
    apply().catch((error: Error) => debug('theme:', error.message));
  };
  followers.add(follow);
  if (theme !== 'system') await apply();
  return () => followers.delete(follow);
}
