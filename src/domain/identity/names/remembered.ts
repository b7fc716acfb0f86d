/** Longer texts are no names, and not worth the memory. Unit: characters. */
const LONGEST = 256;

/**
 * A pure function of a text that keeps its answers: at most `most` of them, then it begins anew. For texts that
 * come again and again, as teams and players do with each of their selections.
 */
export function remembered<Answer extends object | string>(
  answer: (text: string) => Answer,
  most: number,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
