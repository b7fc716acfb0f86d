import type { Locator, Page } from '@playwright/test';

/** The screen of plays as a user finds it. */
export class PlaysPage {
  readonly page: Page;
  readonly liveGames: Locator;
  readonly tickers: Locator;

  constructor(page: Page) {
    this.page = page;
    this.liveGames = page.getByRole('listbox', { name: 'Live games' }).getByRole('option');
    this.tickers = page.getByRole('article');
  }

  /** The plays of a ticker, the newest first. */
  plays(ticker: Locator = this.page.locator('body')): Locator {
    return ticker.getByRole('log').getByRole('listitem');
  }
}
