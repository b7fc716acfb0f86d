import type { BrowserWindow } from './browser-window.ts';

/** The windows that are not destroyed, by id, oldest first. */
export const openWindows = new Map<number, BrowserWindow>();
