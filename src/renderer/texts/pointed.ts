/** Texts of what can be done with whatever the user points at. */
export const pointedTexts = {
  menu: (what: string) => `What to do with ${what}`,
  priceAt: (price: string, sportsbook: string) => `${price} at ${sportsbook}`,
  open: 'Open the game’s page',
  show: 'Show among the odds',
  alertPrice: (price: string) => `Set an alert at ${price}…`,
  alertBet: 'Set an alert for this bet…',
  alertGame: 'Set an alert for this game…',
  alertPlay: 'Set an alert for the score…',
  note: (price: string) => `Note a bet at ${price}…`,
  watchOn: (list: string) => `Add to “${list}”`,
  bet: 'This bet at every sportsbook',
  selection: (sportsbook: string) => `This bet at ${sportsbook} alone`,
  market: (market: string) => `The ${market.toLowerCase()} of this game`,
  game: 'The whole game',
  copy: 'Copy as text',
  copied: (text: string) => `Copied: ${text}`,
  copyDenied: 'The system did not let Linewatch copy.',
  gone: (sportsbook: string) => `${sportsbook} does not have this bet now.`,
  /** In the palette a line stands for itself, without the title of its group. */
  inPalette: (group: 'go' | 'make' | 'watch' | 'copy', label: string) =>
    group === 'watch' ? `Watch: ${label}` : label,
} as const;
