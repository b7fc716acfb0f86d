import type { Locator, Page } from '@playwright/test';
import { giveKey } from '../keys/left-behind.ts';

/** The panel of key and filters as a user finds it. */
export class FeedPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly opener: Locator;
  readonly key: Locator;
  readonly base: Locator;
  readonly connect: Locator;
  readonly apply: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Feed' });
    this.opener = page.getByRole('button', { name: 'Feed', exact: true });
    this.key = this.dialog.getByLabel('Key', { exact: true }).and(page.locator('input'));
    this.base = this.dialog.getByLabel('Base address');
    this.connect = this.dialog.getByRole('button', { name: 'Connect' });
    this.apply = this.dialog.getByRole('button', { name: 'Apply' });
  }

  async open(part: 'Key' | 'Filters' = 'Key'): Promise<void> {
    await this.opener.click();
    await this.dialog.getByRole('tab', { name: part }).click();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** Types a key and an address, and connects. */
  async enter(key: string, base: string): Promise<void> {
    giveKey(this.page, key);
    await this.key.fill(key);
    await this.base.fill(base);
    await this.connect.click();
  }

  /** One of the four lists: Sports, Sportsbooks, Games, Markets. */
  list(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true });
  }

  name(list: string, name: string): Locator {
    return this.list(list).getByRole('option', { name });
  }

  none(list: string): Locator {
    return this.list(list).getByRole('button', { name: /^None of/ });
  }

  count(list: string): Locator {
    return this.list(list).getByText(/^[\d,]+ of [\d,]+$/);
  }
}
