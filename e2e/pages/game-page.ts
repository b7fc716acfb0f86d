import type { Locator, Page } from '@playwright/test';

/** The page of a game as a user finds it. */
export class GamePage {
  readonly heading: Locator;
  readonly markets: Locator;
  readonly chart: Locator;
  /** Where the lines are drawn; it takes the keyboard. */
  readonly plot: Locator;
  /** The part of it within the axes. */
  readonly over: Locator;
  /** The user's own bets and alerts, drawn across. */
  readonly marks: Locator;
  readonly figures: Locator;
  readonly plays: Locator;
  readonly back: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { level: 1, name: / at / });
    this.markets = page.getByRole('grid', { name: /markets by sportsbook/ });
    this.chart = page.getByRole('region', { name: /^History of/ });
    this.plot = this.chart.getByRole('application');
    this.over = this.plot.locator('.u-over');
    this.marks = this.plot.getByRole('listitem');
    this.figures = this.chart.getByRole('table', { name: 'Prices by sportsbook' });
    this.plays = page.getByRole('complementary', { name: 'Plays' });
    this.back = page.getByRole('button', { name: 'Back to the odds' });
  }

  /** A market by what it is called. */
  market(name: string | RegExp): Locator {
    return this.markets.getByRole('rowgroup', { name });
  }

  group(name: string): Locator {
    return this.#page
      .getByRole('radiogroup', { name: 'Groups of markets' })
      .getByRole('radio', { name, exact: true });
  }
}
