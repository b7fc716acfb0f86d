import type { CdpTarget } from '../chromium/cdp.ts';
import { HostPorts } from '../ipc/host-ports.ts';
import { invokeHandler, ipcMain } from '../ipc/ipc-main.ts';
import { codec } from '../ipc/node-codec.ts';
import { PageLink } from '../ipc/page-link.ts';
import type { ToHost } from '../page/wire.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import type { WebFrame } from './web-frame.ts';

/** What the line to a page tells besides IPC. */
export interface PageIpcOwner {
  readonly contents: Electron.WebContents;
  /** The frame with the document that speaks now. */
  frame(): WebFrame | undefined;
  preloadFailed(error: Error): void;
  titleChanged(title: string): void;
  /** Says whether the page may navigate its main frame to an address, which is in Chromium's form. */
  mayNavigate(chromiumUrl: string): boolean;
  /** Resolves with true when the page may go on with what it asked for. */
  permission(permission: string): Promise<boolean>;
  windowOpen(request: Extract<ToHost, { kind: 'window-open' }>): void;
}

/** Carries IPC between `ipcMain` and one page. */
export class PageIpc {
  readonly #owner: PageIpcOwner;
  readonly #ports = new HostPorts(() => this.#link);
  #link: PageLink | undefined;

  constructor(owner: PageIpcOwner) {
    this.#owner = owner;
  }

  async open(page: CdpTarget, frameId: string): Promise<void> {
    this.#link = new PageLink(page, frameId, {
      message: (message) => this.#receive(message),
      gone: () => this.#ports.closeAll(),
    });
    await this.#link.open();
  }

  send(channel: string, args: unknown[], transfer: readonly Electron.MessagePortMain[] = []): void {
    const encoded = codec.encode(args);
    this.#link?.post({ kind: 'send', channel, args: encoded, ports: this.#ports.ship(transfer) });
  }

  #receive(message: ToHost): void {
    // The page may speak on until Chromium has closed it; in Electron nobody hears it any more.
    if (this.#owner.contents.isDestroyed()) return;
    switch (message.kind) {
      case 'hello':
        return;
      case 'title':
        this.#owner.titleChanged(message.title);
        return;
      case 'invoke':
        void this.#invoke(message);
        return;
      case 'send':
        this.#sendToMain(message);
        return;
      case 'port-message':
        this.#ports.receive(message);
        return;
      case 'navigate':
        if (this.#owner.mayNavigate(message.url)) this.#link?.post({ kind: 'proceed', id: message.id });
        return;
      case 'window-close':
        this.#owner.contents.close();
        return;
      case 'window-open':
        this.#owner.windowOpen(message);
        return;
      case 'permission':
        void this.#permission(message);
        return;
      case 'preload-error':
        this.#owner.preloadFailed(Object.assign(new Error(message.message), { stack: message.stack }));
    }
  }

  async #invoke({ id, channel, args }: Extract<ToHost, { kind: 'invoke' }>): Promise<void> {
    const frame = this.#owner.frame();
    // An answer for a document that has gone must not reach the next one.
    const post: PageLink['post'] = (reply) => frame?.isDestroyed() || this.#link?.post(reply);
    try {
      const event = cancelableEvent(this.#sender(frame)) as Electron.IpcMainInvokeEvent;
      const value = await invokeHandler(channel, event, codec.decode(args) as unknown[]);
      post({ kind: 'reply', id, value: codec.encode(value) });
    } catch (error) {
      process.stderr.write(`Error occurred in handler for '${channel}': ${describe(error)}\n`);
      post({ kind: 'failure', id, message: String(error) });
    }
  }

  async #permission({ id, permission }: Extract<ToHost, { kind: 'permission' }>): Promise<void> {
    const frame = this.#owner.frame();
    const passes = await this.#owner.permission(permission);
    if (!frame?.isDestroyed()) this.#link?.post({ kind: 'permission', id, passes });
  }

  #sendToMain({ channel, args, ports }: Extract<ToHost, { kind: 'send' }>): void {
    const frame = this.#owner.frame();
    const event = cancelableEvent({
      ...this.#sender(frame),
      ports: this.#ports.open(ports),
      reply: (replyChannel: string, ...replyArgs: unknown[]) => frame?.send(replyChannel, ...replyArgs),
      returnValue: undefined,
    });
    // A getter must stay one: the frame may go away while a listener keeps the event.
    Object.defineProperty(event, 'senderFrame', { get: () => aliveFrame(frame), enumerable: true });
    const decoded = codec.decode(args) as unknown[];
    this.#owner.contents.emit('ipc-message', event, channel, ...decoded);
    ipcMain.emit(channel, event, ...decoded);
  }

  #sender(frame: WebFrame | undefined) {
    return {
      type: 'frame' as const,
      sender: this.#owner.contents,
      frameId: frame?.routingId ?? 0,
      processId: frame?.processId ?? 0,
      get senderFrame(): Electron.WebFrameMain | null {
        return aliveFrame(frame);
      },
    };
  }
}

function aliveFrame(frame: WebFrame | undefined): Electron.WebFrameMain | null {
  return frame && !frame.isDestroyed() ? frame : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
