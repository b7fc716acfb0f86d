const MAX_CHARS = 400;

/**
 * A text of a feed as a notification can bear it: one line's worth of characters that people can see, and of bounded
 * length. Daemons on Linux read the body as markup, so there its signs are written as what they stand for.
 */
export function plainText(text: string, isMarkup: boolean): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}]+/gu, (signs) => (signs.includes('\n') ? '\n' : ' '));
  const short = [...seen].length > MAX_CHARS ? `${[...seen].slice(0, MAX_CHARS - 1).join('')}\u2026` : seen;
  return isMarkup ? short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : short;
}
