import type { Locator, Page } from '@playwright/test';

/** The user's own bets, and the form in which one is noted. */
export class BetsPage {
  readonly page: Page;
  readonly form: Locator;
  readonly price: Locator;
  readonly stake: Locator;
  readonly save: Locator;
  readonly rows: Locator;
  readonly totals: Locator;
  readonly undo: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('dialog');
    this.price = this.form.getByRole('textbox', { name: 'Price' });
    this.stake = this.form.getByRole('textbox', { name: 'Stake' });
    this.save = this.form.getByRole('button', { name: 'Save' });
    this.rows = page.getByRole('table', { name: 'Noted bets' }).locator('tbody').getByRole('row');
    this.totals = page.getByRole('complementary', { name: 'Totals' });
    this.undo = page.getByRole('button', { name: 'Undo' });
  }

  /** A price that stands at a sportsbook on the odds screen. */
  async priceAt(sportsbook: string): Promise<Locator> {
    const grid = this.page.getByRole('grid');
    const head = grid.getByRole('columnheader', { name: new RegExp(`^${sportsbook}\\b`) });
    const column = await head.getAttribute('aria-colindex');
    const cells = grid.getByRole('gridcell', { name: /^[+\u2212]\d/ });
    return cells.and(grid.locator(`[aria-colindex="${column}"]`)).first();
  }

  result(row: Locator): Locator {
    return row.getByRole('combobox', { name: /^Result of/ });
  }
}
