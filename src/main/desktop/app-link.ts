import type { Place } from '#contract/place.ts';

/** What a `linewatch://` link may ask for. */
export type AppLink = Extract<Place, { kind: 'game' | 'rule' }>;

/** The scheme of links that open Linewatch. */
export const APP_LINK_SCHEME = 'linewatch';

const MAX_LINK_CHARS = 1_000;
const MAX_NAME_CHARS = 200;

/**
 * Reads `linewatch://game/LABEL` or `linewatch://rule/NAME`, label and name URL-encoded; `undefined` of anything else.
 * Anybody can make such a link, so it names a place and nothing more.
 */
export function parseAppLink(text: string): AppLink | undefined {
  if (text.length > MAX_LINK_CHARS) return undefined;
  const found = /^linewatch:\/\/(game|rule)\/([^/?#\s]+)\/?$/.exec(text);
  const [, kind, encoded] = found ?? [];
  if (kind === undefined || encoded === undefined) return undefined;
  const name = decoded(encoded)?.trim();
  if (name === undefined || name === '' || name.length > MAX_NAME_CHARS || hasControls(name))
    return undefined;
  return kind === 'rule' ? { kind, rule: name } : { kind: 'game', game: name };
}

/** The first link of ours among a program's arguments. */
export function appLinkIn(args: readonly string[]): AppLink | undefined {
  for (const arg of args) {
    const link = parseAppLink(arg);
    if (link !== undefined) return link;
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}|\p{Cf}/u.test(text);
}
