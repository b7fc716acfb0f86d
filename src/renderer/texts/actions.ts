import type { ActionGroup, ActionId } from '../features/actions/action-list.ts';
import { counted } from './counted.ts';

/** Texts of actions, the palette and the list of shortcuts. */
export const actionTexts = {
  titles: {
    'palette.open': 'Find anything',
    'shortcuts.show': 'Keyboard shortcuts',
    'ticker.toggle': 'Show or hide the floating ticker',
    'steps.show': 'First steps',
    'screen.odds': 'Go to Odds',
    'screen.plays': 'Go to Plays',
    'screen.parlays': 'Go to Parlays',
    'screen.bets': 'Go to Bets',
    'bet.note': 'Note a bet in your own words',
    'screen.diagnostics': 'Go to Diagnostics',
    'screen.settings': 'Go to Settings',
    'feed.key': 'Enter or remove the key',
    'feed.filters': 'Choose what the feed brings',
    'search.teams': 'Search teams of this league',
    'league.next': 'Next league',
    'league.previous': 'Previous league',
    'market.next': 'Next market',
    'market.previous': 'Previous market',
    'format.next': 'Next odds format',
    'theme.next': 'Next theme',
    'density.next': 'Next density',
  } satisfies Record<ActionId, string>,
  groups: {
    go: 'Go to',
    odds: 'Odds screen',
    look: 'Look',
    app: 'Everywhere',
  } satisfies Record<ActionGroup, string>,
  palette: {
    label: 'Find anything',
    placeholder: 'A game, team, player, screen or action',
    results: 'What was found',
    found: (count: number) => (count === 0 ? 'Nothing found' : counted(count, 'match', 'matches')),
    none: (sought: string) => `Nothing is called “${sought}”`,
    noneHint: 'Games and players are those that the feed brings now; see Feed → Filters.',
    kinds: { game: 'Game', team: 'Team', player: 'Player', action: 'Action' },
  },
  sheet: {
    title: 'Keyboard shortcuts',
    change: 'Change them',
    inTable: 'In the table of odds',
    tableKeys: [
      ['ArrowUp', 'ArrowDown', 'From side to side'],
      ['ArrowLeft', 'ArrowRight', 'From sportsbook to sportsbook'],
      ['PageUp', 'PageDown', 'A page up or down'],
      ['Home', 'End', 'First or last column'],
      ['Mod+Home', 'Mod+End', 'First or last game'],
    ],
    close: 'Close',
  },
  or: 'or',
} as const;
