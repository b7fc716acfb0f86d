import type { Bridge } from '#contract/bridge.ts';
import type { Reply, RequestName, Requests, StreamName, Streams } from '#contract/requests.ts';

type Answer<N extends RequestName> = (input: Requests[N]['input']) => Reply<N> | Promise<Reply<N>>;

/** One request as the page sent it. */
export interface SentRequest {
  readonly name: RequestName;
  readonly input: unknown;
}

/**
 * A bridge with no main process behind it: answers what it was told to answer, and pushes what it is given.
 * A request without an answer fails with `internal`, as a bug behind the door would.
 */
export class FakeBridge implements Bridge {
  /** Every request so far, oldest first. */
  readonly sent: SentRequest[] = [];
  readonly #answers = new Map<RequestName, (input: never) => unknown>();
  readonly #receivers = new Map<StreamName, Set<(payload: never) => void>>();

  /** Sets how a request is answered from now on. */
  answer<N extends RequestName>(name: N, answer: Answer<N>): void {
    this.#answers.set(name, answer);
  }

  /** Sets the value with which a request succeeds from now on. */
  answerValue<N extends RequestName>(name: N, value: Requests[N]['output']): void {
    this.answer(name, () => ({ ok: true, value }));
  }

  /** Sends a payload to everybody who listens to the stream. */
  push<N extends StreamName>(name: N, payload: Streams[N]): void {
    for (const receive of [...(this.#receivers.get(name) ?? [])])
      (receive as (payload: Streams[N]) => void)(payload);
  }

  /** The inputs of all requests of one name, oldest first. */
  inputsOf<N extends RequestName>(name: N): Requests[N]['input'][] {
    return this.sent
      .filter((request) => request.name === name)
      .map(({ input }) => input as Requests[N]['input']);
  }

  /** How many receivers listen to a stream. */
  receiverCount(name: StreamName): number {
    return this.#receivers.get(name)?.size ?? 0;
  }

  async request<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Reply<N>> {
    this.sent.push({ name, input });
    const answer = this.#answers.get(name) as Answer<N> | undefined;
    if (!answer) return { ok: false, code: 'internal', message: `Nobody answers ${name}.` };
    return answer(input);
  }

  listen<N extends StreamName>(name: N, receive: (payload: Streams[N]) => void): () => void {
    const receivers = this.#receivers.get(name) ?? new Set();
    this.#receivers.set(name, receivers);
    const entry = (payload: Streams[N]) => receive(payload);
    receivers.add(entry);
    return () => {
      receivers.delete(entry);
    };
  }
}
