/** Writes one line to standard error when HOST_DEBUG=1, else nothing. */
export function debug(...words: unknown[]): void {
  if (process.env['HOST_DEBUG'] === '1')
    process.stderr.write(`[host ${Math.round(performance.now())} ms] ${words.map(String).join(' ')}\n`);
}
