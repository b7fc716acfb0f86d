import type { Locator, Page } from '@playwright/test';

/** The screen of settings as a user finds it. */
export class SettingsPage {
  readonly page: Page;
  readonly search: Locator;
  readonly timeZone: Locator;
  readonly sportsbooks: Locator;
  readonly groups: Locator;
  /** Where a new group of sportsbooks is named. */
  readonly newGroup: Locator;
  readonly shortcuts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search settings' });
    this.timeZone = page.getByRole('combobox', { name: 'Time zone' });
    this.sportsbooks = page.getByRole('list', { name: 'Sportsbooks in their order' });
    this.groups = page.getByRole('list', { name: 'Groups' });
    this.newGroup = page.getByRole('textbox', { name: 'Name of a new group' });
    this.shortcuts = page.getByRole('list', { name: 'Shortcuts by action' });
  }

  /** A choice of one of the settings that stand side by side. */
  choice(setting: string, name: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('radiogroup', { name: setting })
      .getByRole('radio', { name });
  }

  /** The button that changes an action's shortcut. */
  change(action: string): Locator {
    return this.shortcuts.getByRole('button', { name: `Change the shortcut of ${action}` });
  }

  /** The line of an action among the shortcuts. */
  shortcut(action: string): Locator {
    return this.shortcuts.getByRole('listitem').filter({ hasText: action });
  }
}
