import type { Writable } from './observable.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A function that notes in `failure` why what was asked for did not happen (`null` when it did); it answers whether it failed. */
export function notingIn(failure: Writable<string | null>) {
  return <R extends Answer>(reply: R): reply is Extract<R, { readonly ok: false }> => {
    failure.write(reply.ok ? null : reply.message);
    return !reply.ok;
  };
}
