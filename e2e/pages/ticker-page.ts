import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

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

  async accessibilityFaults(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }
}
