/** The line over a screen that says why what was asked for did not happen; nothing is seen of it without a reason. */
export function FailureLine({ reason }: { readonly reason: string | null }) {
  return reason === null ? null : (
    <p className="failure-line" role="alert">
      {reason}
    </p>
  );
}
