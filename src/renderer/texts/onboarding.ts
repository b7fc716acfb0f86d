/** Texts of the first steps. */
export const onboardingTexts = {
  title: 'First steps',
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  skip: 'Skip',
  skipTitle: 'Close the first steps; F1 shows them again',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  source: {
    title: 'Where prices come from',
    demo: 'You are looking at the demo feed: a simulated evening with made-up prices, to try everything out.',
    provider: 'Your key is in use: the prices are the provider’s.',
    key: 'With a BoltOdds key the prices are real. It came by mail when you signed up; Linewatch keeps it in the system’s keychain.',
    enter: 'Enter a key',
  },
  choice: {
    title: 'What you watch',
    league: 'League to begin with',
    books: 'Sportsbooks where you bet',
    booksHint: 'The others leave the screen and are never marked as best.',
    waiting: 'They stand here as soon as the feed has named them.',
    filters: 'Choose what the feed brings',
  },
  alert: {
    title: 'Your first alert',
    intro:
      'Say what a price has to do, and you are told the moment it does, also when this window is closed.',
    begin: 'Set an alert now',
    ruleName: (sport: string) => (sport === '' ? 'First alert' : `${sport} moves`),
    saved: 'It is watching. What it finds stands under Alerts, with the prices it rests on.',
    atPrice: 'Later: point at a price and press A to be told when it is reached.',
    palette: 'finds any game, team or player from anywhere.',
    sheet: 'lists every shortcut.',
    find: 'Find a game now',
  },
} as const;
