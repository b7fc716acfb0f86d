import type { AlertEntry, AlertNews } from '#contract/alerts.ts';
import type { Settings } from '#contract/settings.ts';
import { alertWords } from '#domain/alert/telling/alert-words.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import type { Notifier } from '../../desktop/notifications/notifier.ts';

interface DeliveryNeeds {
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /**
   * The log hears how far an alert has come: what nobody answered for is told again by the next engine. Rejects where
   * the engine is gone.
   */
  readonly delivered: (alertId: number, how: Delivered) => Promise<unknown>;
  /** Goes to an alert's game; the log where it is about none. */
  readonly open: (game: string) => void;
  readonly openLink: (url: string) => void;
  readonly unread: (count: number) => void;
}

type Delivered = 'shown' | 'failed';

/**
 * Shows alerts that are in the log already: each once, with the way to its game and to the bet slip. One that the log
 * has not noted yet is not shown again to whoever tells it anew after an engine's end.
 */
export class AlertDelivery {
  readonly #needs: DeliveryNeeds;
  /** What came of the alerts that the log has not noted, by their number and time. */
  readonly #unnoted = new Map<string, Promise<Delivered>>();

  constructor(needs: DeliveryNeeds) {
    this.#needs = needs;
  }

  /** Takes news of the log. */
  take({ added, unread }: AlertNews): void {
    this.#needs.unread(unread);
    for (const entry of added) if (entry.delivery === 'open') void this.#deliver(entry);
  }

  async #deliver(entry: AlertEntry): Promise<void> {
    // numbers are those of one database; with their time they are the alert's alone
    const name = `${entry.alertId} ${entry.atMs}`;
    const showing = this.#unnoted.get(name) ?? this.#show(entry);
    this.#unnoted.set(name, showing);
    try {
      await this.#needs.delivered(entry.alertId, await showing);
      this.#unnoted.delete(name);
    } catch {
      // an engine that is gone notes nothing; the next one tells the alert anew
    }
  }

  async #show(entry: AlertEntry): Promise<Delivered> {
    const { notifier, settings, open, openLink } = this.#needs;
    // with notifications off the window's own list is where alerts are shown
    const current = settings();
    if (!current.notifies) return 'shown';
    const showing = await notifier.show({
      id: `alert ${entry.alertId}`,
      ...noticeWords(entry, current),
      urgency: entry.importance === 'high' ? 'critical' : entry.importance === 'low' ? 'low' : 'normal',
      isSilent: !entry.hasSound,
      actions: entry.link === null ? [] : [{ name: 'slip', label: 'Bet slip' }],
      opened: () => open(entry.game),
      action: () => {
        if (entry.link !== null) openLink(entry.link);
      },
    });
    return showing.ok ? 'shown' : 'failed';
  }
}

/** What a notification says: what fired, where, from which price to which, and when; as the settings write all that. */
function noticeWords(
  entry: AlertEntry,
  { timeZone, oddsFormat }: Settings,
): { readonly title: string; readonly body: string } {
  if (entry.kind === 'away') return { title: 'Moved while you were away', body: entry.reason };
  if (entry.kind === 'held-back') return { title: 'More alerts', body: entry.reason };
  const teams = labelWithoutTime(entry.game);
  const { bet, sportsbook, moved, reason } = alertWords(entry, oddsFormat);
  const at = new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone !== '' && { timeZone }),
  }).format(entry.atMs);
  const what = [bet || teams, sportsbook && `at ${sportsbook}`].filter(Boolean).join(' ');
  const body = [
    moved === '' ? (bet === '' ? '' : what) : `${what}: ${moved}`,
    reason,
    `${teams}, ${at}${entry.isLate ? ' (late)' : ''}`,
  ];
  return { title: entry.rule, body: body.filter(Boolean).join('\n') };
}
