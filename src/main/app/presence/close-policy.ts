import { app, type BrowserWindow, dialog } from 'electron';
import type { Notifier } from '../../desktop/notifications/notifier.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import { hasTray } from '../../desktop/tray/has-tray.ts';
import { say } from '../life/log.ts';

interface ClosePolicyNeeds {
  readonly settings: SettingsStore;
  readonly notifier: Notifier;
  readonly open: () => void;
}

/**
 * Decides what closing the main window means: Linewatch goes on in the tray and says so the first time; without a tray
 * the user is asked; where the user chose so, it quits. A window that is told to go because the app quits just goes.
 */
export function guardClosing(window: BrowserWindow, needs: ClosePolicyNeeds): void {
  let isQuitting = false;
  let isDeciding = false;
  const quits = () => {
    isQuitting = true;
  };
  app.on('before-quit', quits);
  window.on('closed', () => app.off('before-quit', quits));
  window.on('close', (event) => {
    if (isQuitting) return;
    if (!needs.settings.read().closesToTray) return app.quit();
    event.preventDefault();
    if (isDeciding) return;
    isDeciding = true;
    leaveScreen(window, needs)
      .catch((error: unknown) => {
        say(`The window could not be closed: ${String(error)}`);
        if (!window.isDestroyed()) window.minimize();
      })
      .finally(() => {
        isDeciding = false;
      });
  });
}

async function leaveScreen(window: BrowserWindow, needs: ClosePolicyNeeds): Promise<void> {
  if (await hasTray()) {
    if (window.isDestroyed()) return;
    window.hide();
    if (!needs.settings.read().isTrayTold) await tellOnce(needs);
    return;
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Quit Linewatch?',
    detail:
      'This desktop has no tray in which Linewatch could go on. Minimized it keeps watching; when it quits, no price is kept and no alert is raised.',
    buttons: ['Minimize', 'Quit', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
  });
  if (response === 1) app.quit();
  else if (response === 0 && !window.isDestroyed()) window.minimize();
}

async function tellOnce({ settings, notifier, open }: ClosePolicyNeeds): Promise<void> {
  settings.change({ isTrayTold: true });
  const text = 'It keeps watching from the tray. Quit it from the menu of its icon there.';
  const showing = await notifier.show({
    id: 'tray',
    title: 'Linewatch is still running',
    body: text,
    urgency: 'low',
    isSilent: true,
    actions: [],
    opened: open,
    action: () => undefined,
  });
  if (showing.ok) return;
  await dialog.showMessageBox({
    type: 'info',
    message: 'Linewatch is still running',
    detail: text,
    buttons: ['OK'],
  });
}
