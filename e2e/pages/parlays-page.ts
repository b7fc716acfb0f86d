import type { Locator, Page } from '@playwright/test';

/** The screen of parlays as a user finds it. */
export class ParlaysPage {
  readonly sportsbook: Locator;
  readonly load: Locator;
  readonly table: Locator;
  /** One row a parlay, the head aside. */
  readonly rows: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.sportsbook = page.getByRole('combobox', { name: 'Sportsbook' });
    this.load = page.getByRole('button', { name: /^Load/ });
    this.table = page.getByRole('table', { name: /^Parlays of/ });
    this.rows = this.table.locator('tbody').getByRole('row');
    this.notice = page.getByRole('main').getByRole('status');
  }
}
