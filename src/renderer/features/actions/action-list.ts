import { DENSITIES, ODDS_FORMATS, THEMES } from '#contract/settings.ts';
import { GAME_ORDERS, GAME_TIMES } from '../../stores/odds/game-order.ts';
import type { Stores } from '../../stores/stores.ts';
import { openScreen } from '../shell/focus-screen.ts';
import { openSearch } from '../shell/jump.ts';
import { chooseNextLeague, chooseNextMarket, nextOf } from './next-choice.ts';

/** Actions that belong together. */
export const ACTION_GROUPS = ['app', 'go', 'odds', 'look'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

interface ActionShape {
  readonly id: string;
  readonly group: ActionGroup;
  /** What the product gives it; see `Shortcut`. */
  readonly shortcut: string;
  readonly run: (stores: Stores) => void;
}

/**
 * Everything that can be done from anywhere. Palette, shortcuts and the list of shortcuts are all made from this list:
 * a new action is a line here and a title in the texts.
 */
export const ACTIONS = [
  {
    id: 'palette.open',
    group: 'app',
    shortcut: 'Mod+k',
    run: ({ navigation }) => navigation.palette.write(true),
  },
  {
    id: 'shortcuts.show',
    group: 'app',
    shortcut: '?',
    run: ({ navigation }) => navigation.shortcutSheet.write(true),
  },
  {
    id: 'steps.show',
    group: 'app',
    shortcut: 'F1',
    run: ({ navigation }) => navigation.firstStep.write(0),
  },
  {
    id: 'ticker.toggle',
    group: 'app',
    shortcut: 'Mod+Shift+t',
    run: ({ windows }) => windows.toggleTicker(),
  },
  { id: 'screen.odds', group: 'go', shortcut: 'Mod+1', run: (stores) => openScreen(stores, 'odds') },
  {
    id: 'screen.watchlists',
    group: 'go',
    shortcut: 'Mod+2',
    run: (stores) => openScreen(stores, 'watchlists'),
  },
  { id: 'screen.alerts', group: 'go', shortcut: 'Mod+3', run: (stores) => openScreen(stores, 'alerts') },
  {
    id: 'rule.new',
    group: 'go',
    shortcut: 'Mod+Shift+a',
    run: ({ alerts, choice }) =>
      alerts.edit({
        replaces: null,
        rule: { kind: 'move', on: { type: 'league', sport: choice.query.read()?.sport ?? '' } },
      }),
  },
  { id: 'screen.plays', group: 'go', shortcut: 'Mod+4', run: (stores) => openScreen(stores, 'plays') },
  { id: 'screen.parlays', group: 'go', shortcut: 'Mod+5', run: (stores) => openScreen(stores, 'parlays') },
  { id: 'screen.bets', group: 'go', shortcut: 'Mod+6', run: (stores) => openScreen(stores, 'bets') },
  { id: 'bet.note', group: 'go', shortcut: 'Mod+b', run: ({ bets }) => bets.open() },
  {
    id: 'screen.diagnostics',
    group: 'go',
    shortcut: 'Mod+7',
    run: (stores) => openScreen(stores, 'diagnostics'),
  },
  { id: 'screen.settings', group: 'go', shortcut: 'Mod+,', run: (stores) => openScreen(stores, 'settings') },
  {
    id: 'feed.key',
    group: 'go',
    shortcut: 'Mod+Shift+k',
    run: ({ navigation }) => navigation.feedPanel.write('key'),
  },
  {
    id: 'feed.filters',
    group: 'go',
    shortcut: 'Mod+Shift+f',
    run: ({ navigation }) => navigation.feedPanel.write('filters'),
  },
  { id: 'search.teams', group: 'odds', shortcut: '/', run: openSearch },
  { id: 'league.next', group: 'odds', shortcut: ']', run: (stores) => chooseNextLeague(stores, 1) },
  { id: 'league.previous', group: 'odds', shortcut: '[', run: (stores) => chooseNextLeague(stores, -1) },
  { id: 'market.next', group: 'odds', shortcut: 'm', run: (stores) => chooseNextMarket(stores, 1) },
  {
    id: 'market.previous',
    group: 'odds',
    shortcut: 'Shift+m',
    run: (stores) => chooseNextMarket(stores, -1),
  },
  {
    id: 'columns.choose',
    group: 'odds',
    shortcut: 'c',
    run: (stores) => {
      openScreen(stores, 'odds');
      stores.navigation.columns.write(true);
    },
  },
  {
    id: 'games.next',
    group: 'odds',
    shortcut: 'g',
    run: ({ gameList }) => gameList.time.write(nextOf(GAME_TIMES, gameList.time.read())),
  },
  {
    id: 'order.next',
    group: 'odds',
    shortcut: 's',
    run: ({ gameList }) => gameList.order.write(nextOf(GAME_ORDERS, gameList.order.read())),
  },
  {
    id: 'format.next',
    group: 'look',
    shortcut: 'o',
    run: ({ settings }) =>
      settings.change({ oddsFormat: nextOf(ODDS_FORMATS, settings.settings.read().oddsFormat) }),
  },
  {
    id: 'theme.next',
    group: 'look',
    shortcut: 't',
    run: ({ settings }) => settings.change({ theme: nextOf(THEMES, settings.settings.read().theme) }),
  },
  {
    id: 'density.next',
    group: 'look',
    shortcut: 'd',
    run: ({ settings }) => settings.change({ density: nextOf(DENSITIES, settings.settings.read().density) }),
  },
] as const satisfies readonly ActionShape[];

export type ActionId = (typeof ACTIONS)[number]['id'];

/** One action of the list. */
export interface Action extends ActionShape {
  readonly id: ActionId;
}
