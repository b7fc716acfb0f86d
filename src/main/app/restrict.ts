import { app, type Session } from 'electron';
import { openLink } from '../desktop/links.ts';
import { say } from './life/log.ts';
import { isPageUrl } from './page.ts';

/** Takes from every page what ours does not need: permissions, navigation, windows, webviews. */
export function restrictPages(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isPageUrl(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url, (why) => say(`The browser did not take a link: ${why}`));
      return { action: 'deny' };
    });
  });
}
