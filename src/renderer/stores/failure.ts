import type { Writable } from './observable.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A function that notes in `failure` why what was asked for did not happen (`null` when it did); it answers whether it failed. */
export function notingIn(failure: Writable<string | null>) {
  return <R extends Answer>(reply: R): reply is Extract<R, { readonly ok: false }> => {
    failure.write(reply.ok ? null : reply.message);
    return !reply.ok;
  };
}

/** As `notingIn`, for what is read unasked: it takes back what its own last try said, never why a wish was not fulfilled. */
export function readingIn(failure: Writable<string | null>) {
  let said: string | null = null;
  return <R extends Answer>(reply: R): reply is Extract<R, { readonly ok: false }> => {
    if (!reply.ok) failure.write(reply.message);
    else if (failure.read() === said) failure.write(null);
    said = reply.ok ? null : reply.message;
    return !reply.ok;
  };
}
