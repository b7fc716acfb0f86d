/** The icons of the tray, one a state. */
export type TrayIconName = 'live' | 'stale' | 'offline' | 'paused' | 'unread';

/** What the tray tells. */
export interface TrayModel {
  readonly feed: 'live' | 'stale' | 'offline';
  /** The feed in words, e.g. `live` or `stale since 14:03`. */
  readonly feedWords: string;
  readonly unread: number;
  /** Until when alerts are kept back, as a time of day; empty = they are not. */
  readonly pausedUntil: string;
  readonly isQuietNow: boolean;
  readonly hasQuietHours: boolean;
  /** The quiet hours in words, e.g. `23:00 to 07:00`. */
  readonly quietHours: string;
  /** Watched prices, the most important first. */
  readonly topPrices: readonly TrayPrice[];
}

/** A watched price as a line of the menu. */
export interface TrayPrice {
  readonly text: string;
  /** The provider's label of its game. */
  readonly game: string;
}

/** What the user wants by a line of the menu. */
export type TrayCommand =
  | { readonly kind: 'toggle' | 'open' | 'alerts' | 'pause' | 'resume' | 'quiet-hours' | 'quit' }
  | { readonly kind: 'game'; readonly game: string };

/** A line of the menu; without a command it only tells. */
export type TrayLine =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'line';
      readonly label: string;
      readonly command?: TrayCommand;
      /** A line that is on or off. */
      readonly isOn?: boolean;
    };

/** Most watched prices in the menu. */
export const MAX_TOP_PRICES = 8;
const MAX_LABEL_CHARS = 80;

/** The icon: what may mislead comes first, so prices that are not current outrank everything. */
export function trayIcon({ feed, pausedUntil, isQuietNow, unread }: TrayModel): TrayIconName {
  if (feed !== 'live') return feed;
  if (pausedUntil !== '' || isQuietNow) return 'paused';
  return unread > 0 ? 'unread' : 'live';
}

/** Everything in a line, for whoever points at the icon. */
export function trayToolTip(model: TrayModel): string {
  return ['Linewatch', model.feedWords, unreadWords(model.unread), pauseWords(model)]
    .filter(Boolean)
    .join(' \u00b7 ');
}

/** The menu. */
export function trayMenu(model: TrayModel): readonly TrayLine[] {
  const { topPrices, unread, pausedUntil, hasQuietHours, quietHours } = model;
  const prices = topPrices.slice(0, MAX_TOP_PRICES).map(({ text, game }): TrayLine => {
    return { kind: 'line', label: shortened(text), command: { kind: 'game', game } };
  });
  return [
    { kind: 'line', label: ['Feed', model.feedWords].join(': ') },
    ...(prices.length > 0 ? [SEPARATOR, ...prices] : []),
    SEPARATOR,
    {
      kind: 'line',
      label: unreadWords(unread) || 'No unread alerts',
      ...(unread > 0 && { command: { kind: 'alerts' } as const }),
    },
    pausedUntil === ''
      ? { kind: 'line', label: 'Pause alerts for 1 hour', command: { kind: 'pause' } }
      : { kind: 'line', label: `Resume alerts (paused until ${pausedUntil})`, command: { kind: 'resume' } },
    {
      kind: 'line',
      label: `Quiet hours ${quietHours}`,
      command: { kind: 'quiet-hours' },
      isOn: hasQuietHours,
    },
    SEPARATOR,
    { kind: 'line', label: 'Open Linewatch', command: { kind: 'open' } },
    { kind: 'line', label: 'Quit', command: { kind: 'quit' } },
  ];
}

const SEPARATOR: TrayLine = { kind: 'separator' };

function unreadWords(unread: number): string {
  if (unread === 0) return '';
  return unread === 1 ? '1 unread alert' : `${unread} unread alerts`;
}

function pauseWords({ pausedUntil, isQuietNow }: TrayModel): string {
  if (pausedUntil !== '') return `alerts paused until ${pausedUntil}`;
  return isQuietNow ? 'quiet hours' : '';
}

/** An ampersand would underline the letter after it. */
function shortened(text: string): string {
  const short =
    [...text].length > MAX_LABEL_CHARS ? `${[...text].slice(0, MAX_LABEL_CHARS - 1).join('')}\u2026` : text;
  return short.replaceAll('&', '&&');
}
