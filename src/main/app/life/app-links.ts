import { app } from 'electron';
import { APP_LINK_SCHEME, type AppLink, appLinkIn, parseAppLink } from '../../desktop/app-link.ts';

/** Names who opens links from now on; one that came before is opened at once. */
export type OpenLinks = (open: (link: AppLink) => void) => void;

/** Hears links to Linewatch: of this start, of a later one, and from the system. To be called before the app is ready. */
export function followAppLinks(): OpenLinks {
  let waiting = appLinkIn(process.argv.slice(1));
  let tell = (link: AppLink): void => {
    waiting = link;
  };
  const heard = (link: AppLink | undefined) => link !== undefined && tell(link);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    heard(parseAppLink(url));
  });
  app.on('second-instance', (_event, argv) => heard(appLinkIn(argv)));
  // Elsewhere the executable is Electron's own, and links would start it without the app.
  if (app.isPackaged) app.setAsDefaultProtocolClient(APP_LINK_SCHEME);
  return (open) => {
    tell = open;
    if (waiting !== undefined) open(waiting);
    waiting = undefined;
  };
}
