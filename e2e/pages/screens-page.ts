import type { Locator, Page } from '@playwright/test';

/** The screens of the window and the way between them, as a user finds them. */
export class ScreensPage {
  readonly page: Page;
  readonly navigation: Locator;
  /** The screen that is open now. */
  readonly current: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole('navigation', { name: 'Screens' });
    this.current = this.navigation.locator('[aria-current="page"]');
  }

  async open(
    screen: 'Odds' | 'Plays' | 'Parlays' | 'Bets' | 'Watch' | 'Diagnostics' | 'Settings',
  ): Promise<void> {
    await this.navigation.getByRole('button', { name: screen }).click();
  }

  heading(screen: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: screen, exact: true });
  }
}
