import { standIn } from '../stand-in/stand-in.ts';
import { originOf } from './custom-scheme.ts';

type Own =
  | 'url'
  | 'origin'
  | 'name'
  | 'parent'
  | 'top'
  | 'frames'
  | 'framesInSubtree'
  | 'frameTreeNodeId'
  | 'routingId'
  | 'processId'
  | 'detached'
  | 'isDestroyed'
  | 'send'
  | 'postMessage'
  | 'executeJavaScript';

let lastRoutingId = 0;

/** `WebFrameMain`: the main frame with one document. It ends with the document, as it may in Electron. */
export class WebFrame
  extends standIn<Electron.WebFrameMain, Own>('WebFrameMain')
  implements Pick<Electron.WebFrameMain, Own>
{
  /** The address as Electron tells it. Changes with navigation inside the document. */
  url: string;
  readonly name = '';
  readonly parent = null;
  readonly frames: Electron.WebFrameMain[] = [];
  readonly frameTreeNodeId = 1;
  readonly processId = 1;
  readonly routingId = ++lastRoutingId;
  readonly #contents: Pick<Electron.WebContents, 'send' | 'postMessage' | 'executeJavaScript'>;
  #destroyed = false;

  constructor(
    url: string,
    contents: Pick<Electron.WebContents, 'send' | 'postMessage' | 'executeJavaScript'>,
  ) {
    super();
    this.url = url;
    this.#contents = contents;
  }

  get origin(): string {
    return originOf(this.url);
  }

  get top(): Electron.WebFrameMain {
    return this;
  }

  get framesInSubtree(): Electron.WebFrameMain[] {
    return [this];
  }

  get detached(): boolean {
    return this.#destroyed;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  send(channel: string, ...args: unknown[]): void {
    if (!this.#destroyed) this.#contents.send(channel, ...args);
  }

  postMessage(channel: string, message: unknown, transfer?: Electron.MessagePortMain[]): void {
    if (!this.#destroyed) this.#contents.postMessage(channel, message, transfer);
  }

  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.#contents.executeJavaScript(code, userGesture);
  }

  /** The document is gone. */
  end(): void {
    this.#destroyed = true;
  }
}
