/**
 * Cuts text into pieces of at most `maxChars`, never inside a surrogate pair: a half of one does not survive the way.
 * Gives at least one piece. Runs on both sides: it names nothing outside itself.
 */
export function chunksOf(text: string, maxChars: number): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (text.length - from > maxChars) {
    const last = text.charCodeAt(from + maxChars - 1);
    const to = from + maxChars - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    chunks.push(text.slice(from, to));
    from = to;
  }
  chunks.push(text.slice(from));
  return chunks;
}
