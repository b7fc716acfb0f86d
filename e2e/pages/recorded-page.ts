import type { Locator, Page } from '@playwright/test';

/** The recorded games as a user finds them. */
export class RecordedPage {
  readonly heading: Locator;
  readonly games: Locator;
  readonly bets: Locator;
  readonly chart: Locator;
  readonly figures: Locator;
  /** What says that these are no live prices. */
  readonly badge: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Recorded games' });
    this.games = page.getByRole('listbox', { name: 'Games of the recording' }).getByRole('option');
    this.bets = page.getByRole('listbox', { name: 'Bets of the game' }).getByRole('option');
    this.chart = page.getByRole('region', { name: /^History of/ });
    this.figures = this.chart.getByRole('table', { name: 'Prices by sportsbook' }).locator('tbody');
    this.badge = page.getByRole('main').getByText('RECORDING', { exact: true });
  }
}
