import type { FilterList } from '#contract/filters.ts';
import { counted, figure } from './counted.ts';

/** Texts of the panel in which the key is entered. */
export const keyTexts = {
  tab: 'Key',
  title: 'Your BoltOdds key',
  intro: 'With a key Linewatch follows the provider’s real odds; without one the demo feed runs.',
  key: 'Key',
  keyHint: 'Copy it from the provider’s mail. It is never shown again.',
  base: 'Base address',
  baseHint: 'Only to be changed when the provider says so.',
  connect: 'Connect',
  trying: 'Connecting with this key. This can take up to 20 seconds; what is shown meanwhile is not current.',
  accepted: 'The provider took the key. Its prices are coming in.',
  empty: 'Enter the key first.',
  spaced: 'A key has no spaces. Copy it once more, without anything around it.',
  address: 'This is not an address that a feed can have, such as https://spro.agency/api.',
  states: {
    none: 'Demo feed: no key is set.',
    kept: 'Key set, and kept for the next start.',
    session: 'Key set for this session only.',
  },
  sessionNote: 'At the next start the demo feed runs, and the key has to be entered again.',
  stateLabel: 'Now',
  remove: 'Remove key and go back to the demo',
  removeQuestion: 'Remove the key? The provider’s prices leave the screen, and the demo feed runs.',
  removeYes: 'Remove key',
  removeNo: 'Keep it',
  failed: {
    'key-refused': 'The provider does not take this key',
    'refused-now': 'The provider takes no connection now',
    unreachable: 'The provider could not be reached',
    'bad-request': 'This can’t be a key or an address',
    internal: 'The key could not be tried',
  },
  help: {
    'key-refused': [
      'Compare it with the provider’s mail, character by character; copying is safer than typing.',
      'No mail with the key? Look into the spam folder, then write to support@boltodds.com.',
      'A key stops working when its plan ends.',
    ],
    'refused-now': [
      'The plan counts the connections of other programs and computers too: close those that you do not need.',
      'The provider asks for a pause of about a minute after too many tries; then try again.',
    ],
    unreachable: [
      'Check the base address: https://spro.agency/api unless the provider told you another one.',
      'A firewall or proxy may stop WebSocket connections (wss, port 443); allow them for Linewatch.',
      'Check that this computer is online.',
    ],
    'bad-request': ['Copy the key once more, without spaces or line ends around it.'],
    internal: ['Try again; if it stays so, start Linewatch again.'],
  },
  helpTitle: 'If it does not connect',
  helpLines: [
    'The key is compared to the letter: copy it, with nothing around it.',
    'The mail with the key can be in the spam folder; the provider’s help is support@boltodds.com.',
    'The address is https://spro.agency/api, for both the feed and the lists.',
    'A firewall or proxy has to let WebSocket connections through.',
    'Too many connections at once? The plan counts those of other programs and computers too.',
  ],
  before: 'What ran before runs again.',
} as const;

/** Texts of the panel in which filters are chosen. */
export const filterTexts = {
  tab: 'Filters',
  intro: 'What the feed is asked for. Fewer selections arrive sooner and need less memory.',
  demoNote: 'On the demo feed filters last until it ends.',
  lists: {
    sports: 'Sports',
    sportsbooks: 'Sportsbooks',
    games: 'Games',
    markets: 'Markets',
  } satisfies Record<FilterList, string>,
  search: (list: string) => `Search ${list.toLowerCase()}`,
  count: (chosen: number, offered: number) => `${figure(chosen)} of ${figure(offered)}`,
  found: (count: number) => counted(count, 'match', 'matches'),
  all: 'All',
  none: 'None',
  allOf: (list: string) => `All ${list.toLowerCase()}`,
  noneOf: (list: string) => `None of the ${list.toLowerCase()}`,
  noSport: 'No sport stated',
  loading: 'Fetching…',
  noMatch: 'Nothing matches.',
  nothing: (list: string) => `The provider lists no ${list.toLowerCase()} here.`,
  never: 'never fetched',
  fetched: (ago: string) => `fetched ${ago}`,
  offline: (when: string) => `offline: from ${when}`,
  refresh: 'Refresh lists',
  emptyList: (lists: string) => `Choose at least one of: ${lists}. An empty list would bring nothing.`,
  notRead: 'The lists are not there yet.',
  size: (selections: number, megabytes: string) =>
    `Up to ${counted(selections, 'selection', 'selections')} · first snapshot up to ${megabytes}`,
  onBoard: (selections: number) => `Now on the board: ${counted(selections, 'selection', 'selections')}`,
  apply: 'Apply',
  reset: 'Undo changes',
  everything: 'This asks for everything that the provider has.',
  large: 'This is a lot to ask for.',
  largeHint: (selections: number, megabytes: string) =>
    `Up to ${figure(selections)} selections, ${megabytes} at first: prices may be late on a slow line.`,
  anyway: 'Ask for it anyway',
  back: 'Choose less',
  answers: {
    asked: 'Asked: the provider has not answered yet.',
    heard: 'Heard: prices arrive for these filters.',
    silent: 'Silent: the provider sends nothing for these filters.',
  },
  silentHint: 'There may be no such games now; choose more, or wait.',
  unknown: (name: string, list: string) => `“${name}” is not among the provider’s ${list.toLowerCase()}.`,
  takeInstead: (name: string) => `Use “${name}”`,
  leaveOut: 'Leave it out',
  leaveOutOf: (name: string) => `Leave it out: ${name}`,
} as const;

/** Texts of the dialog around both. */
export const feedTexts = {
  title: 'Feed',
  close: 'Close',
  tabs: 'Parts of the feed',
} as const;
