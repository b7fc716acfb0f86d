import type { ComponentType } from 'react';
import { plainWords } from '#domain/identity/names/plain-words.ts';
import { texts } from '../../texts.ts';
import { ExportControl } from '../storage/export-control.tsx';
import { HistoryControl } from '../storage/history-control.tsx';
import { RetentionControl } from '../storage/retention-control.tsx';
import { AboutLines } from './about-lines.tsx';
import { ClosingControl, LoginControl, NotificationsControl } from './desktop-controls.tsx';
import { FiltersControl, KeyControl } from './feed-controls.tsx';
import { DensityControl, FormatControl, ThemeControl, TimeZoneControl } from './look-controls.tsx';
import { ProxyControl } from './proxy-control.tsx';
import { QuietHoursControl } from './quiet-hours-control.tsx';
import { ShortcutEditor } from './shortcut-editor.tsx';
import { SportsbookGroups } from './sportsbooks/sportsbook-groups.tsx';
import { SportsbookOrder } from './sportsbooks/sportsbook-order.tsx';
import { StakesControl } from './stakes-control.tsx';
import { TickerControl, TickerOpacityControl } from './ticker-controls.tsx';

/** One setting: what it is called, what else it is found by, and its control. */
export interface Setting {
  readonly id: string;
  readonly section: keyof typeof texts.settings.sections;
  readonly title: string;
  readonly hint: string;
  readonly words: string;
  /** Whether the control is a list that wants the whole width. */
  readonly isWide: boolean;
  readonly Control: ComponentType;
}

type Words = { readonly title: string; readonly hint: string; readonly words: string };

/** Every setting in the order in which they stand. A new one is a line here, a control, and its texts. */
export const SETTINGS: readonly Setting[] = [
  setting('theme', 'look', texts.settings.theme, ThemeControl),
  setting('density', 'look', texts.settings.density, DensityControl),
  setting('format', 'look', texts.settings.format, FormatControl),
  setting('timeZone', 'look', texts.settings.timeZone, TimeZoneControl),
  setting('sportsbooks', 'odds', texts.settings.sportsbooks, SportsbookOrder, true),
  setting('groups', 'odds', texts.settings.groups, SportsbookGroups, true),
  setting('stakes', 'money', texts.settings.stakes, StakesControl),
  setting('ticker', 'ticker', texts.settings.ticker, TickerControl),
  setting('tickerOpacity', 'ticker', texts.settings.tickerOpacity, TickerOpacityControl),
  setting('key', 'feed', texts.settings.key, KeyControl),
  setting('filters', 'feed', texts.settings.filters, FiltersControl),
  setting('proxy', 'feed', texts.settings.proxy, ProxyControl),
  setting('history', 'history', texts.storage.history, HistoryControl, true),
  setting('retention', 'history', texts.storage.retention, RetentionControl, true),
  setting('export', 'history', texts.storage.export, ExportControl, true),
  setting('closesToTray', 'desktop', texts.settings.desktop.closesToTray, ClosingControl),
  setting('startsAtLogin', 'desktop', texts.settings.desktop.startsAtLogin, LoginControl),
  setting('notifies', 'desktop', texts.settings.desktop.notifies, NotificationsControl),
  setting('quietHours', 'desktop', texts.settings.desktop.quietHours, QuietHoursControl),
  setting('shortcuts', 'keyboard', texts.settings.shortcuts, ShortcutEditor, true),
  setting('version', 'help', texts.settings.version, AboutLines),
];

function setting(
  id: string,
  section: Setting['section'],
  { title, hint, words }: Words,
  Control: Setting['Control'],
  isWide = false,
): Setting {
  return { id, section, title, hint, words, isWide, Control };
}

/** The settings that are about what is sought: every word of it begins a word of theirs. */
export function findSettings(sought: string): readonly Setting[] {
  const words = plainWords(sought).split(' ').filter(Boolean);
  return SETTINGS.filter((each) => {
    const text = ` ${plainWords([each.title, each.hint, each.words, texts.settings.sections[each.section]].join(' '))}`;
    return words.every((word) => text.includes(` ${word}`));
  });
}
