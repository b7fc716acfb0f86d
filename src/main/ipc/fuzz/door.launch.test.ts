import { expect, it } from 'vitest';
import { launch, removeUserData } from '../../../../e2e/pages/launch.ts';
import { standInWithoutElectron } from '../../../../e2e/pages/stand-in.ts';
import { fuzzDoor } from './fuzz-door.ts';

it('4,000 calls from the page to the real main process: every bad one is refused, and the app goes on', async () => {
  standInWithoutElectron();
  const linewatch = await launch();
  await linewatch.odds.grid.waitFor({ timeout: 20_000 });
  const { bad, refused, executed } = await fuzzDoor(linewatch.page, 0, 4_000);
  expect(executed).toEqual([]);
  expect(refused).toBe(bad);
  expect(bad).toBeGreaterThan(3_000);
  expect(linewatch.printed()).not.toMatch(/Uncaught|Unhandled|failed:/);
  await linewatch.odds.grid.waitFor();
  await linewatch.close();
  removeUserData(linewatch.userData);
});
