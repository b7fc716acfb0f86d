import { useEffect, useRef } from 'react';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { AlertStep } from './alert-step.tsx';
import { ChoiceStep } from './choice-step.tsx';
import { SourceStep } from './source-step.tsx';

const STEPS = [
  { title: texts.onboarding.source.title, Body: SourceStep },
  { title: texts.onboarding.choice.title, Body: ChoiceStep },
  { title: texts.onboarding.alert.title, Body: AlertStep },
] as const;

/** The first steps, beside the screen and never over it: prices go on, and everything can be used meanwhile. */
export function Onboarding() {
  const { navigation } = useStores();
  const step = useObservable(navigation.firstStep);
  return step === null ? null : <OpenSteps step={step} />;
}

function OpenSteps({ step }: { readonly step: number }) {
  const { navigation } = useStores();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const { title, Body } = STEPS[step] ?? STEPS[0];
  const go = (next: number | null) => navigation.firstStep.write(next);

  // the keyboard follows from step to step; the first one takes it from nobody
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);

  return (
    <aside className="onboarding" aria-label={texts.onboarding.title}>
      <header className="onboarding-head">
        <p className="hint">{texts.onboarding.step(step + 1, STEPS.length)}</p>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </header>
      <div className="onboarding-body">
        <Body />
      </div>
      <footer className="onboarding-foot">
        {step < STEPS.length - 1 ? (
          <button
            type="button"
            className="button button-quiet"
            title={texts.onboarding.skipTitle}
            onClick={() => go(null)}
          >
            {texts.onboarding.skip}
          </button>
        ) : null}
        <span className="onboarding-moves">
          {step > 0 ? (
            <button type="button" className="button" onClick={() => go(step - 1)}>
              {texts.onboarding.back}
            </button>
          ) : null}
          <button
            type="button"
            className="button button-main"
            onClick={() => go(step < STEPS.length - 1 ? step + 1 : null)}
          >
            {step < STEPS.length - 1 ? texts.onboarding.next : texts.onboarding.done}
          </button>
        </span>
      </footer>
    </aside>
  );
}
