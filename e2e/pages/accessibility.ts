import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const THEMES = ['light', 'dark'];

/** What axe finds wrong with a page as it is, in both themes: theme, rule and place. Leaves the theme as it was. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const before = await themeOf(page);
  const faults: string[] = [];
  for (const theme of THEMES) {
    await wear(page, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, nodes } of violations)
      faults.push(...nodes.map(({ target }) => `${theme}: ${id}: ${target.join(' ')}`));
  }
  await wear(page, before);
  return faults;
}

function themeOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset['theme'] ?? '');
}

/** Puts a theme on and waits for what fades into it: half-way colours are nobody's. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset['theme'] = name;
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
  }, theme);
}
