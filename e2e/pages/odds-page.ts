import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';

/** The odds screen as a user (or a screen reader) finds it. */
export class OddsPage {
  readonly page: Page;
  readonly demoBadge: Locator;
  readonly grid: Locator;
  readonly games: Locator;
  /** Heads of the columns that scroll. */
  readonly columns: Locator;
  /** Heads of the sportsbooks among them. */
  readonly books: Locator;
  readonly prices: Locator;
  readonly stalePrices: Locator;
  readonly currentPrices: Locator;
  readonly status: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.demoBadge = page.getByText('DEMO FEED', { exact: false }).first();
    this.grid = page.getByRole('grid');
    this.games = this.grid.getByRole('rowgroup', { name: / at / });
    this.columns = this.grid.locator('.prices').getByRole('columnheader');
    this.books = this.columns.filter({ has: page.locator('.pulse') });
    this.prices = this.games.getByRole('gridcell', { name: /^[+\u2212]\d/ });
    this.stalePrices = this.games.getByRole('gridcell', { name: /not current/ });
    this.currentPrices = this.games.getByRole('gridcell', { name: /^[+\u2212]\d(?!.*not current)/ });
    this.status = page.getByRole('contentinfo');
    this.search = page.getByRole('searchbox');
  }

  league(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }

  market(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  theme(name: 'Light' | 'Dark' | 'Like the system'): Locator {
    return this.page.getByRole('banner').getByRole('radio', { name, exact: true });
  }

  oddsFormat(): Locator {
    return this.page.getByRole('combobox', { name: 'Odds format' });
  }

  /** All prices on screen, as text. */
  async priceTexts(): Promise<string[]> {
    return this.prices.allTextContents();
  }

  /** What axe finds wrong with the page as it is, in both themes. */
  accessibilityFaults(): Promise<string[]> {
    return accessibilityFaults(this.page);
  }
}
