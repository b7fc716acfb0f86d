import { sportsbookName } from '../../catalogue/sportsbook-names.ts';
import type { AmericanOdds } from '../../odds/american.ts';
import { formatOdds, type OddsNotation } from '../../odds/format.ts';
import type { EvidencePrice } from '../finding.ts';

/** What an alert says, as far as people read it. */
export interface ToldAlert {
  readonly kind: string;
  /** The bet in words; empty where it is about none, or in a log of before such words were kept. */
  readonly wording: string;
  /** The sportsbook's own name of it. */
  readonly outcome: string;
  readonly sportsbook: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string;
  readonly evidence: readonly Pick<EvidencePrice, 'sportsbook'>[];
}

/** An alert in plain words; a part that it has not is empty text. */
export interface AlertWords {
  /** What is bet on. */
  readonly bet: string;
  /** Where, by the sportsbook's name. */
  readonly sportsbook: string;
  /** From what to what, e.g. `−110 → +105`. */
  readonly moved: string;
  readonly reason: string;
}

/** Prices as they stand in a reason: American, with their sign. */
const PRICE = /[+\u2212]\d{3,6}\b/g;

/** Says an alert with the prices written as the user writes them and the sportsbooks by their names. */
export function alertWords(alert: ToldAlert, notation: OddsNotation): AlertWords {
  const { kind, from, to, outcome, sportsbook, evidence } = alert;
  const isPrice = kind !== 'line' && kind !== 'play';
  const value = (each: number | null) => {
    if (each === null) return isPrice ? 'not offered' : '–';
    return isPrice ? formatOdds(each as AmericanOdds, notation) : String(each).replace('-', '\u2212');
  };
  let { reason } = alert;
  if (kind === 'price')
    reason = reason.replace(PRICE, (text) =>
      formatOdds(Number(text.replace('\u2212', '-')) as AmericanOdds, notation),
    );
  if (kind === 'move' && notation !== 'implied') reason = withChances(reason, from, to);
  for (const id of new Set([sportsbook, ...evidence.map((each) => each.sportsbook)]))
    if (id !== '') reason = namedIn(reason, id);
  return {
    bet: alert.wording === '' ? outcome : alert.wording,
    sportsbook: sportsbook === '' ? '' : sportsbookName(sportsbook),
    moved: from === null && to === null ? '' : `${value(from)} \u2192 ${value(to)}`,
    reason,
  };
}

/** A move of more cents is one of very long or very short prices, where cents mean little. */
const MANY_CENTS = 100;

/** A move of many cents, with what it comes to: `moved down 1000 cents (chance 96.6% → 97.4%) within 5 min`. */
function withChances(reason: string, from: number | null, to: number | null): string {
  const cents = Number(/(\d+) cents/.exec(reason)?.[1] ?? 0);
  if (from === null || to === null || cents < MANY_CENTS) return reason;
  const [before, after] = [from, to].map((each) => formatOdds(each as AmericanOdds, 'implied'));
  return reason.replace(/cents/, `cents (chance ${before} \u2192 ${after})`);
}

/** A text with the id of a sportsbook, where it stands as a word, replaced by the name. */
function namedIn(text: string, id: string): string {
  const name = sportsbookName(id);
  let from = 0;
  let said = '';
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, from)) {
    const isWord = !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + id.length] ?? '');
    said += text.slice(from, at) + (isWord ? name : id);
    from = at + id.length;
  }
  return said + text.slice(from);
}
