/** What came of something that was asked for. `message` is a sentence for people. */
export type Outcome<T, Failure extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Failure; readonly message: string };
