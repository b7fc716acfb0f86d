import type { Locator, Page } from '@playwright/test';

/** The screen of diagnostics as a user finds it. */
export class DiagnosticsPage {
  readonly feeds: Locator;
  readonly refusals: Locator;
  readonly copy: Locator;
  readonly copyText: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.feeds = page.getByRole('table', { name: 'Feeds' });
    this.refusals = page.getByRole('table', { name: 'Not understood' });
    this.copy = page.getByRole('button', { name: 'Copy as text' });
    this.copyText = page.getByRole('textbox', { name: 'Diagnostics as text' });
  }

  /** The figure beside a name. */
  figure(name: string): Locator {
    return this.#page.getByRole('term').getByText(name, { exact: true }).locator('xpath=../dd');
  }
}
