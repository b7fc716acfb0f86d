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
  find: {
    title: 'Find your first game',
    palette: 'finds any game, team or player from anywhere: type a few letters and press Enter.',
    sheet: 'lists every shortcut.',
    status:
      'The line at the bottom always says how the feed is. A price that is not current is grey and never the best.',
    open: 'Find a game now',
  },
} as const;
