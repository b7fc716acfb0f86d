import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { REQUEST_CHANNEL } from '#contract/bridge.ts';
import { REQUEST_NAMES, type Reply, type RequestName, type Requests } from '#contract/requests.ts';

/** Takes apart what a window sent. Answers the input, or `undefined` when it is not of the request's form. */
export type Parsers = { [N in RequestName]: (input: unknown) => Requests[N]['input'] | undefined };

/** Does the work. `windowId` tells windows apart. An expected failure is a reply, an unexpected one throws. */
export type Handlers = {
  [N in RequestName]: (input: Requests[N]['input'], windowId: number) => Promise<Reply<N>> | Reply<N>;
};

interface Door {
  readonly parsers: Parsers;
  readonly handlers: Handlers;
  readonly isTrustedSender: (event: IpcMainInvokeEvent) => boolean;
  /** A handler threw: a bug, for the log. */
  readonly failed: (name: string, error: unknown) => void;
}

const REFUSED = { ok: false, code: 'bad-request', message: 'The request was refused.' } as const;

/**
 * The one door through which windows ask for anything: sender check, then name, then parser, then handler; the
 * reply is an envelope, so nothing is ever thrown across. Returns the function that closes it.
 */
export function serve({ parsers, handlers, isTrustedSender, failed }: Door): () => void {
  const names = new Set<string>(REQUEST_NAMES);
  const answer = async (
    event: IpcMainInvokeEvent,
    name: unknown,
    input: unknown,
  ): Promise<Reply<RequestName>> => {
    if (!isTrustedSender(event) || typeof name !== 'string' || !names.has(name)) return REFUSED;
    const parsed = parsers[name as RequestName](input);
    if (parsed === undefined) return REFUSED;
    try {
      const handle = handlers[name as RequestName] as (
        input: unknown,
        windowId: number,
      ) => Promise<Reply<RequestName>>;
      return await handle(parsed, event.sender.id);
    } catch (error) {
      failed(name, error);
      return {
        ok: false,
        code: 'internal',
        message: 'Something went wrong inside Linewatch; the log has the details.',
      };
    }
  };
  ipcMain.handle(REQUEST_CHANNEL, answer);
  return () => ipcMain.removeHandler(REQUEST_CHANNEL);
}
