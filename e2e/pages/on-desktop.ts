import { expect, test } from '@playwright/test';
import { type DesktopSession, desktopTestsRun, startDesktopSession } from '../host/desktop-session.ts';
import { type Linewatch, launch, removeUserData } from './launch.ts';
import { TrayOnDesktop } from './tray.ts';

/** Linewatch on a desktop with a real notification daemon and a real tray: what they saw counts. */
interface OnDesktop {
  desktop: DesktopSession;
  tray: TrayOnDesktop;
  linewatch: Linewatch;
}

/** Leaves out the tests of this group, or this test, where there can be no desktop. */
export function needsDesktop(): void {
  test.skip(!desktopTestsRun(), 'the desktop\u2019s programs are not installed');
}

/** Has the tests of this group share one Linewatch on a desktop of its own. It is there from their beginning on. */
export function onDesktop(): Readonly<OnDesktop> {
  needsDesktop();
  const on = {} as OnDesktop;
  test.beforeAll(async () => {
    on.desktop = await startDesktopSession();
    on.tray = new TrayOnDesktop(on.desktop);
    on.linewatch = await launch({ env: on.desktop.env });
    await expect(on.linewatch.odds.games.first()).toBeVisible({ timeout: 15_000 });
  });
  test.afterAll(async () => {
    const { desktop, linewatch }: Partial<OnDesktop> = on;
    await linewatch?.close();
    desktop?.stop();
    if (linewatch) removeUserData(linewatch.userData);
  });
  return on;
}
