import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { FeedPage } from '../pages/feed-page.ts';
import { launch, newUserData, removeUserData } from '../pages/launch.ts';

const KEY = 'c0ffee00-1234-4abc-8def-0123456789ab';

/** A journey that passes and leaves the key that it was given: where `PLANT` says, or nowhere. */
test('a key is given', async () => {
  const userData = newUserData();
  const linewatch = await launch({ userData });
  const feed = new FeedPage(linewatch.page);
  await feed.open();
  await feed.enter(KEY, 'http://127.0.0.1:9/api');
  await expect(feed.dialog).toContainText('The provider could not be reached', { timeout: 25_000 });
  if (process.env['PLANT'] === 'heap') {
    const kept = btoa(`key=${KEY}`);
    await linewatch.page.evaluate((text) => Object.assign(window, { kept: { text } }), kept);
  }
  await linewatch.close();
  if (process.env['PLANT'] === 'file')
    writeFileSync(path.join(userData, 'logs', 'linewatch.log.3'), Buffer.from(`key=${KEY}`, 'utf16le'));
  removeUserData(userData);
});
