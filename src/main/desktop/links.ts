import { shell } from 'electron';

const MAX_URL_CHARS = 2_000;

/**
 * Opens an address in the system's browser: `https:` only, with no name or password in it, whatever a feed wrote.
 * Answers whether it was handed over; `failed` hears why the system did not take it.
 */
export function openLink(url: string, failed: (why: string) => void): boolean {
  const address = webAddress(url);
  if (address === undefined) return false;
  shell.openExternal(address).catch((error: unknown) => failed(String(error)));
  return true;
}

/** The address in its normal form, so that what was checked is what is opened. */
function webAddress(url: string): string | undefined {
  if (url.length > MAX_URL_CHARS || !URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(url);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '' ? href : undefined;
}
