// A small Electron app for the tests of the stand-in host. It knows nothing of the host.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { app, BrowserWindow, ipcMain, MessageChannelMain, net, protocol, session } from 'electron';

const here = import.meta.dirname;
const state = { hideOnClose: false, popups: [], navigations: [], second: [], events: [], permissions: [] };
globalThis.fixture = state;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
if (!app.requestSingleInstanceLock({ from: 'fixture' })) app.quit();
app.on('second-instance', (_event, argv, workingDirectory, data) =>
  state.second.push({ argv, workingDirectory, data }),
);
app.on('window-all-closed', () => app.quit());
for (const name of ['ready', 'before-quit', 'will-quit', 'quit']) app.on(name, () => state.events.push(name));

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  if (host !== 'bundle') return new Response('not here', { status: 404 });
  if (pathname === '/echo') return new Response(await request.text(), { status: 201 });
  const file = await net.fetch(pathToFileURL(path.join(here, path.normalize(pathname))).href);
  const headers = {
    'content-type': file.headers.get('content-type') ?? '',
    'content-security-policy': "default-src 'self'",
  };
  return new Response(file.body, { headers });
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    minWidth: 600,
    minHeight: 400,
    show: false,
    title: 'Fixture',
    webPreferences: { preload: path.join(here, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    state.popups.push(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => {
    state.navigations.push(event.url);
    event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!state.hideOnClose) return;
    event.preventDefault();
    window.hide();
  });
  void window.loadURL('app://bundle/index.html');
  return window;
}
globalThis.openFixtureWindow = openWindow;

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('types', (_event, value) =>
  Object.entries(value).map(([key, item]) => `${key}:${Object.prototype.toString.call(item)}`),
);
ipcMain.handle('fail', () => {
  throw new TypeError('the handler failed');
});
ipcMain.handle('uncloneable', () => () => undefined);
ipcMain.handle('who', (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  id: event.sender.id,
}));
ipcMain.handle('push', (event, count, size) => {
  for (let seq = 0; seq < count; seq++)
    event.sender.send('pushed', { seq, prices: new Float64Array(size).fill(seq) });
});
ipcMain.handle(
  'in-worker',
  () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.js', import.meta.url));
      worker.once('message', resolve);
      worker.once('error', reject);
    }),
);
ipcMain.on('want-port', (event) => {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => port1.postMessage({ pong: data }));
  port1.on('close', () => state.events.push('port-closed'));
  port1.start();
  event.sender.postMessage('port', { label: 'from main' }, [port2]);
});
ipcMain.on('give-port', (event) => {
  const [port] = event.ports;
  port.on('message', ({ data }) => port.postMessage(data * 2));
  port.start();
});

void app.whenReady().then(() => {
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
    state.permissions.push(permission);
    callback(permission === 'geolocation');
  });
  openWindow();
});
