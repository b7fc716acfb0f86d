import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';

/** The floating ticker as a user finds it. */
export class TickerPage {
  readonly page: Page;
  readonly prices: Locator;
  readonly plays: Locator;
  readonly main: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.page = page;
    this.prices = page.getByRole('table').getByRole('row');
    this.plays = page.getByRole('log').getByRole('listitem');
    this.main = page.getByRole('button', { name: 'Open Linewatch' });
    this.close = page.getByRole('button', { name: 'Close the ticker' });
  }

  kind(name: 'Prices' | 'Watchlist' | 'Plays'): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  accessibilityFaults(): Promise<string[]> {
    return accessibilityFaults(this.page);
  }
}
