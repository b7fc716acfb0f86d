import type { AlertDraft } from '#contract/alerts.ts';
import type { Finding } from '#domain/alert/finding.ts';
import type { Board } from '#domain/board/board.ts';
import { wordSelection } from '#domain/board/describe.ts';

/** What a finding says, in texts that stay when the board has moved on. */
export function wordAlert(board: Board, finding: Finding): AlertDraft {
  const { watcher, subject, selection, from, to, reason, evidence, stakes = [] } = finding;
  const { rule } = watcher;
  const game = board.games.at(finding.game);
  const { selections } = board;
  const listing = selection === null ? undefined : board.listings.at(selections.listing(selection));
  return {
    rule: rule.name,
    kind: rule.kind,
    subject,
    sport: game.sport,
    game: game.label,
    sportsbook: listing === undefined ? '' : board.sportsbooks.at(listing.sportsbook),
    outcome: selection === null ? '' : selections.key(selection),
    wording: selection === null ? '' : wordSelection(board, selection),
    market: (selection === null ? null : selections.name(selection)) ?? '',
    line: String((selection === null ? null : selections.line(selection)) ?? ''),
    from,
    to,
    reason,
    importance: rule.importance ?? 'normal',
    hasSound: rule.sound ?? false,
    link: selection === null ? null : selections.link(selection),
    evidence: evidence(),
    stakes,
  };
}
