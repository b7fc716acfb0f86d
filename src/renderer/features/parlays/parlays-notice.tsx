import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import type { ParlaysState } from '../../stores/parlays/parlays.ts';
import { texts } from '../../texts.ts';
import { LockIcon, PendingIcon, WarningIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { durationText } from '../../ui/number-text.ts';
import { ParlaysIcon } from '../../ui/screen-icons.tsx';

const ICON_SIZE = 32;

interface NoParlaysNoticeProps {
  readonly state: ParlaysState;
  /** The chosen sportsbook's id; empty when there is none to choose. */
  readonly sportsbook: string;
  readonly nowMs: number;
}

/** What stands in place of the table. Plan and limits are facts of life, not failures: they are said calmly. */
export function NoParlaysNotice({ state, sportsbook, nowMs }: NoParlaysNoticeProps) {
  const name = sportsbookName(sportsbook);
  if (sportsbook === '') {
    return (
      <Notice
        icon={<PendingIcon size={ICON_SIZE} />}
        title={texts.parlays.noBooksTitle}
        text={texts.parlays.noBooksHint}
      />
    );
  }
  if (state.kind === 'loading') {
    return (
      <Notice
        icon={<PendingIcon size={ICON_SIZE} />}
        title={texts.parlays.loadingTitle(sportsbookName(state.sportsbook))}
        text={texts.parlays.loadingHint}
      />
    );
  }
  if (state.kind === 'failed') return <Failure state={state} nowMs={nowMs} />;
  if (state.kind === 'loaded' && state.sportsbook === sportsbook) {
    return (
      <Notice
        icon={<ParlaysIcon size={ICON_SIZE} />}
        title={texts.parlays.emptyTitle(name)}
        text={texts.parlays.emptyHint}
      />
    );
  }
  return (
    <Notice
      icon={<ParlaysIcon size={ICON_SIZE} />}
      title={texts.parlays.introTitle}
      text={texts.parlays.introHint}
    />
  );
}

interface FailureProps {
  readonly state: ParlaysState & { readonly kind: 'failed' };
  readonly nowMs: number;
}

function Failure({ state, nowMs }: FailureProps) {
  const title = texts.parlays.failures[state.code];
  if (state.code === 'not-in-plan') {
    return <Notice icon={<LockIcon size={ICON_SIZE} />} title={title} text={texts.parlays.notInPlanHint} />;
  }
  const leftMs = state.retryAtMs - nowMs;
  const text =
    state.code === 'rate-limited' && leftMs > 0 ? texts.parlays.again(durationText(leftMs)) : state.message;
  return (
    <Notice
      icon={<WarningIcon size={ICON_SIZE} />}
      tone={state.code === 'rate-limited' ? 'calm' : 'failed'}
      title={title}
      text={text}
    />
  );
}
