import { expect, it } from 'vitest';
import { launch, removeUserData } from '../../../../e2e/pages/launch.ts';
import { standInWithoutElectron } from '../../../../e2e/pages/stand-in.ts';
import { fuzzDoor } from './fuzz-door.ts';

const BAD_CALLS = 100_000;

it('100,000 bad calls to the real main process: none is executed', async () => {
  standInWithoutElectron();
  const linewatch = await launch();
  await linewatch.odds.grid.waitFor({ timeout: 20_000 });
  let total = 0;
  for (let from = 1_000_000; total < BAD_CALLS; from += 10_000) {
    const { bad, refused, executed } = await fuzzDoor(linewatch.page, from, from + 10_000);
    expect(executed).toEqual([]);
    expect(refused).toBe(bad);
    total += bad;
  }
  expect(linewatch.printed()).not.toMatch(/Uncaught|Unhandled|failed:/);
  await linewatch.close();
  removeUserData(linewatch.userData);
});
