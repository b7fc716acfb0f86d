import type { ExportedSelection } from '../../../ports/export.ts';

/** More selections than a game has; beyond that all are forgotten at once. */
const MOST_REMEMBERED = 50_000;

/** Makes the text of a selection once for all its rows. */
export function rememberedTexts(
  make: (selection: ExportedSelection) => string,
): (selection: ExportedSelection) => string {
  const texts = new Map<ExportedSelection, string>();
  return (selection) => {
    const known = texts.get(selection);
    if (known !== undefined) return known;
    if (texts.size >= MOST_REMEMBERED) texts.clear();
    const text = make(selection);
    texts.set(selection, text);
    return text;
  };
}
