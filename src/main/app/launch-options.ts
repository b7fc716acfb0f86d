import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** How the app was started. */
export interface LaunchOptions {
  /** Print a line about the feed each second, for whoever has no display. */
  readonly printStatus: boolean;
  /** Start without showing a window: at login. */
  readonly startsHidden: boolean;
  /** The provider instead of the demo feed: its base and the key. */
  readonly provider: { readonly base: string; readonly key: string } | null;
}

/**
 * Reads Linewatch's own switches; the many that belong to Electron and Chromium pass unread. Throws an Error with
 * a sentence when a switch of ours can't be followed.
 */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      'print-status': { type: 'boolean' },
      hidden: { type: 'boolean' },
      base: { type: 'string' },
      'key-file': { type: 'string' },
    },
  });
  return {
    startsHidden: values['hidden'] === true,
    printStatus: values['print-status'] === true,
    provider: readProvider(values['base'], values['key-file']),
  };
}

function readProvider(base: unknown, keyFile: unknown): LaunchOptions['provider'] {
  if (base === undefined && keyFile === undefined) return null;
  if (typeof base !== 'string' || typeof keyFile !== 'string') {
    throw new Error(
      'For the provider\u2019s feed give both: --base URL and --key-file FILE. With neither, the demo feed runs.',
    );
  }
  if (!URL.canParse(base))
    throw new Error(`--base "${base}" is not an address, e.g. https://spro.agency/api.`);
  let key: string;
  try {
    key = readFileSync(keyFile, 'utf8').trim();
  } catch {
    throw new Error(`--key-file: ${keyFile} could not be read.`);
  }
  if (key === '' || /\s/.test(key))
    throw new Error(`--key-file: ${keyFile} has to hold the key and nothing else.`);
  return { base, key };
}
