import { notStoodIn } from '../stand-in/stand-in.ts';

type Options = Electron.BrowserWindowConstructorOptions;

/** Options with an effect here, and those whose effect is only to be seen on a real desktop. */
const OPTIONS: readonly (keyof Options)[] = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'x',
  'y',
  'center',
  'useContentSize',
  'show',
  'paintWhenInitiallyHidden',
  'title',
  'webPreferences',
  'icon',
  'backgroundColor',
  'darkTheme',
  'autoHideMenuBar',
  'resizable',
  'maximizable',
  'minimizable',
  'fullscreenable',
  'frame',
  'transparent',
  'alwaysOnTop',
  'skipTaskbar',
];
const PREFERENCES: readonly (keyof Electron.WebPreferences)[] = [
  'preload',
  'additionalArguments',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'plugins',
  'session',
  'backgroundThrottling',
  'devTools',
  'disableDialogs',
  'navigateOnDragDrop',
  'safeDialogs',
  'spellcheck',
  'v8CacheOptions',
  'images',
  'javascript',
];
/** The only values with which these preferences are shown: those of a hardened window. */
const FIXED: Partial<Record<keyof Electron.WebPreferences, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  images: true,
  javascript: true,
};

/** Throws by name for a window option that this host does not show. */
export function checkWindowOptions(options: Options): void {
  const unknown = Object.keys(options).find((key) => !(OPTIONS as readonly string[]).includes(key));
  if (unknown) throw notStoodIn(`the BrowserWindow option ${unknown}`);
  for (const [key, value] of Object.entries(options.webPreferences ?? {})) {
    const fixed = FIXED[key as keyof Electron.WebPreferences];
    const shown =
      (PREFERENCES as readonly string[]).includes(key) && (fixed === undefined || value === fixed);
    if (!shown && value !== undefined) throw notStoodIn(`the web preference ${key}: ${String(value)}`);
  }
}
