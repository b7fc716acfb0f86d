/** Chromium shows no windows: there is no display, or HOST_HEADLESS=1 asks for none. */
export function isHeadless(): boolean {
  return process.env['HOST_HEADLESS'] === '1' || !process.env['DISPLAY'];
}
