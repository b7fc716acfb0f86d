import { launch, removeUserData } from '/work/main/e2e/pages/launch.ts';
import { ScreensPage } from '/work/main/e2e/pages/screens-page.ts';
import { FeedPage } from '/work/main/e2e/pages/feed-page.ts';
const l = await launch();
let n = 0;
l.page.on('console', () => n++); l.page.on('pageerror', e => console.log('ERR', e));
const shot = (n: string) => l.page.screenshot({ path: `/tmp/shots-mine/${n}.png` });
try {
await l.odds.games.first().waitFor({ timeout: 30000 });
const s = new ScreensPage(l.page), f = new FeedPage(l.page);
await l.page.setViewportSize({ width: 1280, height: 800 });
await s.open('Diagnostics'); await l.page.waitForTimeout(4000); console.log('messages without axe', n);
await l.odds.accessibilityFaults(); console.log('with axe', n); const before = n;
await l.page.waitForTimeout(3000); console.log('after', n - before);
await f.open('Filters'); await l.page.waitForTimeout(9000);
await shot('2filters');
await f.none('Sports').click(); await f.name('Sports', 'NBA').first().click(); await shot('2filters-nba'); console.log(await l.odds.accessibilityFaults());
} catch (e) { console.log(e); await shot('fail'); }
await l.close(); removeUserData(l.userData);
