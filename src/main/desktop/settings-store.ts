import { renameSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import Store from 'electron-store';
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  GROUP_LIMITS,
  MOST_FOLLOWED,
  ODDS_FORMATS,
  SETTING_RANGES,
  type Settings,
  THEMES,
  TICKER_KINDS,
} from '#contract/settings.ts';
import { LAST_MINUTE } from '#domain/alert/quiet-time.ts';
import { soundGroups } from '#domain/catalogue/sportsbook-groups.ts';

/** Where a window was. Unit: device-independent pixels. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  /** Filled its display; the rest is where it goes back to. */
  readonly isMaximized?: boolean;
}

/** Where a window was: on each display, and on which display last. Displays by the system's number, as text. */
export interface WindowPlaces {
  readonly display: string;
  readonly places: Readonly<Record<string, WindowPlace>>;
}

/** The windows whose places are kept. */
export type PlacedWindow = 'main' | 'ticker';

interface Stored {
  /** `Settings`, checked by the schema; its table of shortcuts has keys that the store's types can't name. */
  settings: object;
  /** `WindowPlaces`, checked by the schema, as is the ticker's. */
  main: object;
  ticker: object;
}

/** What the user chose, and where the windows were, on disk. */
export interface SettingsStore {
  read(): Settings;
  /** Merges and keeps. Throws the disk's errors. */
  change(part: Partial<Settings>): Settings;
  /** Hears every change; answers the undo. */
  follow(changed: (settings: Settings, before: Settings) => void): () => void;
  placesOf(window: PlacedWindow): WindowPlaces;
  keepPlaces(window: PlacedWindow, places: WindowPlaces): void;
}

const NOWHERE: WindowPlaces = { display: '', places: {} };
const DEFAULTS: Stored = {
  settings: DEFAULT_SETTINGS,
  main: NOWHERE,
  ticker: NOWHERE,
};
const FILE = 'settings';

/** Opens the settings. A damaged file is set aside under another name, and the defaults take its place. */
export function openSettings(notice: (text: string) => void): SettingsStore {
  const store = openStore(notice);
  const followers = new Set<(settings: Settings, before: Settings) => void>();
  const read = (): Settings => {
    const settings = { ...DEFAULT_SETTINGS, ...store.get('settings') };
    return { ...settings, sportsbookGroups: soundGroups(settings.sportsbookGroups) };
  };
  return {
    read,
    change(part) {
      const before = read();
      const settings = { ...before, ...part };
      store.set('settings', settings);
      for (const changed of followers) changed(settings, before);
      return settings;
    },
    follow(changed) {
      followers.add(changed);
      return () => void followers.delete(changed);
    },
    placesOf: (window) => ({ ...NOWHERE, ...store.get(window) }),
    keepPlaces: (window, places) => store.set(window, places),
  };
}

function openStore(notice: (text: string) => void): Store<Stored> {
  try {
    return createStore();
  } catch (error) {
    const file = path.join(app.getPath('userData'), `${FILE}.json`);
    const kept = path.join(app.getPath('userData'), `${FILE}.damaged-${Date.now()}.json`);
    renameSync(file, kept);
    notice(
      `The settings could not be read (${String(error)}); the file is kept as ${kept}, the defaults are in use.`,
    );
    return createStore();
  }
}

function createStore(): Store<Stored> {
  const size = { type: 'number', minimum: 100, maximum: 20_000 } as const;
  const minute = { type: 'integer', minimum: 0, maximum: LAST_MINUTE } as const;
  const place = {
    type: 'object',
    properties: {
      x: { type: 'number' },
      y: { type: 'number' },
      width: size,
      height: size,
      isMaximized: { type: 'boolean' },
    },
    required: ['width', 'height'],
  } as const;
  const places = {
    type: 'object',
    properties: { display: { type: 'string' }, places: { type: 'object', additionalProperties: place } },
  } as const;
  return new Store<Stored>({
    name: FILE,
    defaults: DEFAULTS,
    // read many times a minute: for the tray, for each alert
    cache: true,
    // By the version that first had the new form; each runs once, in order, on files of older versions.
    migrations: { '0.1.0': (store) => placesByDisplay(store as unknown as LooseStore) },
    schema: {
      settings: {
        type: 'object',
        properties: {
          theme: { type: 'string', enum: [...THEMES] },
          oddsFormat: { type: 'string', enum: [...ODDS_FORMATS] },
          density: { type: 'string', enum: [...DENSITIES] },
          timeZone: { type: 'string' },
          sportsbookOrder: { type: 'array', items: { type: 'string' } },
          sportsbookGroups: {
            type: 'array',
            maxItems: GROUP_LIMITS.groups,
            items: {
              type: 'object',
              properties: {
                name: { type: 'string', pattern: '\\S', maxLength: GROUP_LIMITS.nameLength },
                sportsbooks: { type: 'array', items: { type: 'string' } },
                isOneSource: { type: 'boolean' },
              },
              required: ['name', 'sportsbooks', 'isOneSource'],
            },
          },
          hiddenSportsbooks: { type: 'array', items: { type: 'string' } },
          columns: { type: 'object', additionalProperties: { type: 'object' } },
          shortcuts: { type: 'object', additionalProperties: { type: 'string' } },
          closesToTray: { type: 'boolean' },
          isTrayTold: { type: 'boolean' },
          startsAtLogin: { type: 'boolean' },
          notifies: { type: 'boolean' },
          quietHours: {
            type: 'object',
            properties: { isOn: { type: 'boolean' }, fromMinute: minute, toMinute: minute },
            required: ['isOn', 'fromMinute', 'toMinute'],
          },
          pausedUntilMs: { type: 'number', minimum: 0 },
          isWelcomed: { type: 'boolean' },
          followedGames: {
            type: 'array',
            maxItems: MOST_FOLLOWED,
            items: {
              type: 'object',
              properties: {
                game: { type: 'string' },
                startsAtMs: { type: 'number' },
                isPinned: { type: 'boolean' },
              },
              required: ['game', 'startsAtMs', 'isPinned'],
            },
          },
          tickerShows: { type: 'string', enum: [...TICKER_KINDS] },
          tickerWatchlist: { type: 'string' },
          tickerOpacity: { type: 'number', ...within('tickerOpacity') },
          sport: { type: 'string' },
          market: { type: 'string' },
          filters: {
            type: 'object',
            additionalProperties: { type: 'array', items: { type: 'string' }, minItems: 1 },
          },
          historyDays: { type: 'integer', ...within('historyDays') },
          historyMegabytes: { type: 'integer', ...within('historyMegabytes') },
          stakePlan: { type: ['object', 'null'] },
          proxy: { type: 'string' },
          base: { type: 'string' },
        },
      },
      main: places,
      ticker: places,
    },
  });
}

function within(name: keyof typeof SETTING_RANGES): { readonly minimum: number; readonly maximum: number } {
  const { least, most } = SETTING_RANGES[name];
  return { minimum: least, maximum: most };
}

/** A file as a migration sees it: in whatever form it was. */
interface LooseStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

/** Until then the window had one place, wherever its display had gone. */
function placesByDisplay(store: LooseStore): void {
  const before = store.get('mainWindow');
  if (before === undefined) return;
  store.set('main', { display: '', places: { '': before } });
  store.delete('mainWindow');
}
