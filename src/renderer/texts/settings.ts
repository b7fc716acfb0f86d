import type { Density } from '#contract/settings.ts';
import { counted } from './counted.ts';

/** Texts of the settings screen. */
export const settingsTexts = {
  notSaved: (reason: string) => `Settings not saved: ${reason}`,
  search: 'Search settings',
  found: (count: number) => counted(count, 'setting', 'settings'),
  noneTitle: (sought: string) => `No setting is about “${sought}”`,
  noneHint: 'Try another word, or clear the search to see all of them.',
  clear: 'Clear the search',
  hint: 'Every change takes effect at once.',
  sections: {
    look: 'Look',
    odds: 'Odds screen',
    feed: 'Feed',
    keyboard: 'Keyboard',
    help: 'Help',
  },
  theme: {
    title: 'Theme',
    hint: 'Like the system follows your desktop between day and night.',
    words: 'dark light colours night',
  },
  density: {
    title: 'Density',
    hint: 'How close the rows of tables stand.',
    words: 'compact comfortable rows height size',
    names: { comfortable: 'Comfortable', compact: 'Compact' } satisfies Record<Density, string>,
  },
  format: {
    title: 'Odds format',
    hint: 'How prices are written everywhere.',
    words: 'american decimal fractional implied percent price',
  },
  timeZone: {
    title: 'Time zone',
    hint: 'The zone in which starts and times are written.',
    words: 'clock hours local utc gmt start',
    system: (zone: string) => `Like the system (${zone})`,
  },
  sportsbooks: {
    title: 'Sportsbooks',
    hint: 'The columns of the odds screen, from left to right. A sportsbook that is left out is never marked as best.',
    words: 'books columns order hide show bookmaker',
    list: 'Sportsbooks in their order',
    empty: 'The sportsbooks stand here as soon as the feed has named them.',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    show: (name: string) => `Show ${name}`,
    moved: (name: string, place: number, count: number) => `${name} is ${place} of ${count}`,
    reset: 'Back to the usual order, all shown',
    shown: (shown: number, all: number) => `${shown} of ${counted(all, 'sportsbook', 'sportsbooks')} shown`,
  },
  key: {
    title: 'Key',
    hint: 'Kept in the system’s keychain, never shown again.',
    words: 'api password provider demo account',
    open: 'Enter or remove',
  },
  filters: {
    title: 'Filters',
    hint: 'Which leagues, sportsbooks, games and markets the feed brings.',
    words: 'sports leagues games markets subscribe',
    open: 'Choose',
  },
  shortcuts: {
    title: 'Shortcuts',
    hint: 'Choose Change, then press the new keys. Backspace takes a shortcut away, Escape leaves it.',
    words: 'keys hotkeys keyboard bindings',
    list: 'Shortcuts by action',
    change: (action: string) => `Change the shortcut of ${action}`,
    changeShort: 'Change',
    press: 'Press the keys',
    none: 'none',
    reset: 'Back to the usual shortcuts',
    reserved: 'These keys move about everywhere and can’t be given away.',
    taken: (action: string) => `These keys belonged to “${action}”, which has none now.`,
    holder: (action: string) =>
      `These keys belong to “${action}”. Press them again to take them away from it.`,
    kept: (action: string) => `The shortcut of “${action}” is changed.`,
  },
  version: {
    title: 'About',
    hint: 'What is running; a bug report wants these lines.',
    words: 'version electron chromium node',
  },
} as const;
