import type { Place } from '#contract/place.ts';

/** What a `linewatch://` link may ask for. */
export type AppLink = Extract<Place, { kind: 'game' | 'rule' }>;

/** The scheme of links that open Linewatch. */
export const APP_LINK_SCHEME = 'linewatch';

const MAX_LINK_CHARS = 1_000;
const MAX_GAME_CHARS = 200;

/**
 * Reads `linewatch://game/LABEL` (the label URL-encoded) or `linewatch://rule/NUMBER`; `undefined` of anything else.
 * Anybody can make such a link, so it names a place and nothing more.
 */
export function parseAppLink(text: string): AppLink | undefined {
  if (text.length > MAX_LINK_CHARS) return undefined;
  const found = /^linewatch:\/\/(game|rule)\/([^/?#\s]+)\/?$/.exec(text);
  const [, kind, encoded] = found ?? [];
  if (kind === undefined || encoded === undefined) return undefined;
  if (kind === 'rule') {
    const ruleId = Number(encoded);
    return /^[1-9]\d*$/.test(encoded) && Number.isSafeInteger(ruleId) ? { kind, ruleId } : undefined;
  }
  const game = decoded(encoded)?.trim();
  return game === undefined || game === '' || game.length > MAX_GAME_CHARS || hasControls(game)
    ? undefined
    : { kind: 'game', game };
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
