import { counted } from './counted.ts';

/** Texts of the screen of plays. */
export const playsTexts = {
  games: 'Live games',
  picked: (count: number, most: number) => `${count} of ${most} followed`,
  search: 'Search live games',
  noSport: 'Other',
  full: 'Ten games are followed: let one go to follow another.',
  noGamesTitle: 'No game is under way',
  noGamesHint: 'Games appear here by themselves when they start.',
  noMatch: 'No live game matches.',
  emptyTitle: 'Follow a game to read its plays',
  emptyHint:
    'Pick up to ten live games on the left. Each has a ticker of its own; “All games” has them together.',
  failedTitle: 'Plays can’t be followed now',
  staleTitle: 'Away – home, not current',
  staleAsOf: (moment: string) => `Not current · as of ${moment}`,
  views: 'View',
  all: 'All games',
  each: 'By game',
  type: 'Type of play',
  everyType: 'All types',
  pin: (game: string) => `Keep following ${game} on other screens`,
  unpin: (game: string) => `Follow ${game} on this screen only`,
  drop: (game: string) => `Stop following ${game}`,
  gameName: (away: string, home: string) => (away === '' ? home : `${away} at ${home}`),
  atHome: (home: string) => `at ${home}`,
  plays: (game: string) => `Plays of ${game}`,
  allPlays: 'Plays of all followed games',
  older: (count: number) => `Show ${counted(count, 'older play', 'older plays')}`,
  noPlays: 'No play yet.',
  noneOfType: 'No play of this type yet.',
  score: (away: number, home: number) => `${away}–${home}`,
  scoreTitle: 'Away – home',
  support: {
    waiting: 'Waiting for the first play that the provider sends of this game.',
    live: '',
    'not-supported': 'The provider has no play-by-play for this game.',
    'wrong-label':
      'The play-by-play feed does not know this game by this name. The list may hold it under another one.',
  },
} as const;
