import type { Locator, Page } from '@playwright/test';

/** The palette and the sheet of shortcuts as a user finds them. */
export class PalettePage {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly matches: Locator;
  readonly chosen: Locator;
  readonly sheet: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Find anything' });
    this.field = this.dialog.getByRole('combobox');
    this.matches = this.dialog.getByRole('option');
    this.chosen = this.dialog.getByRole('option', { selected: true });
    this.sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }
}
