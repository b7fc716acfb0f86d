const { contextBridge, ipcRenderer } = require('electron');

const early = ipcRenderer.invoke('who');

contextBridge.exposeInMainWorld('fixture', {
  early: () => early,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  add: (a, b) => a + b,
  later: async (value) => value,
  call: (callback, value) => callback(value),
  sandboxed: process.sandboxed,
  onPushed: (receive) => {
    const listener = (_event, payload) => receive(payload);
    ipcRenderer.on('pushed', listener);
    return () => ipcRenderer.removeListener('pushed', listener);
  },
  notStoodIn: () => ipcRenderer.sendSync('x'),
});
ipcRenderer.on('port', (event, message) =>
  window.postMessage({ port: message.label }, '*', [...event.ports]),
);
window.addEventListener('message', (event) => {
  if (event.data === 'want-port') ipcRenderer.send('want-port');
  if (event.data === 'give-port') ipcRenderer.postMessage('give-port', null, [...event.ports]);
});
