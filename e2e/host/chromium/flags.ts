/** What decides Chromium's command line. */
export interface FlagOptions {
  profileFolder: string;
  headless: boolean;
  asRoot: boolean;
  /** Switches of this process and those that the app added, by name; '' means without a value. */
  switches: ReadonlyMap<string, string>;
}

const ALWAYS: readonly string[] = [
  'no-first-run',
  'no-startup-window',
  'no-default-browser-check',
  'no-service-autorun',
  'remote-debugging-pipe',
  'password-store=basic',
  'use-mock-keychain',
  'disable-gpu',
  // It speaks with nobody but the app.
  'disable-background-networking',
  'disable-component-update',
  'disable-default-apps',
  'disable-extensions',
  'disable-sync',
  'disable-quic',
  'disable-domain-reliability',
  'disable-client-side-phishing-detection',
  'metrics-recording-only',
  // A hidden page keeps its pace, so that journeys do not depend on what covers what.
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-renderer-backgrounding',
  'disable-ipc-flooding-protection',
  'disable-hang-monitor',
  'disable-prompt-on-repost',
  'disable-popup-blocking',
  'disable-search-engine-choice-screen',
  'disable-dev-shm-usage',
  'allow-file-access-from-files',
  'force-color-profile=srgb',
];
const DISABLED_FEATURES = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'PaintHolding',
  // To Chromium a page that the host answers for comes from nowhere, so it would keep it from the dev server.
  'LocalNetworkAccessChecks',
  'LocalNetworkAccessChecksWebSockets',
];
/** Belongs to the app's own folder, which Chromium must not share. */
const NOT_PASSED_ON = new Set(['user-data-dir', 'inspect', 'inspect-brk', 'no-sandbox']);

/** The arguments with which Chromium is started. */
export function chromiumArguments({ profileFolder, headless, asRoot, switches }: FlagOptions): string[] {
  const flags = new Map(ALWAYS.map((flag) => splitSwitch(flag)));
  flags.set('user-data-dir', profileFolder);
  if (headless) {
    flags.set('headless', '');
    flags.set('screen-info', '{1920x1080}');
  }
  for (const [name, value] of switches) if (!NOT_PASSED_ON.has(name)) flags.set(name, value);
  if (asRoot || switches.has('no-sandbox')) flags.set('no-sandbox', '');
  const disabled = [...DISABLED_FEATURES, ...(switches.get('disable-features')?.split(',') ?? [])];
  flags.set('disable-features', disabled.join(','));
  return [...flags].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

/** Splits `name=value`; the value is '' where there is none. */
export function splitSwitch(text: string): [name: string, value: string] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}
