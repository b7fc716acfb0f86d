import { type FormEvent, useState } from 'react';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import { texts } from '../../texts.ts';
import { Segments } from '../../ui/segments.tsx';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

type By = 'none' | StakePlan['by'];
const BY: readonly By[] = ['none', 'kelly', 'fixed'];
const FIRST: Readonly<Record<StakePlan['by'], StakePlan>> = {
  kelly: { by: 'kelly', bankroll: 1000, multiplier: 0.25, capPct: 2, currency: 'USD' },
  fixed: { by: 'fixed', amount: 100, currency: 'USD' },
};
/** What may stand in each field of money or share, at most. */
const MOST: Readonly<Record<string, number>> = { bankroll: 1e9, multiplier: 1, capPct: 100, amount: 1e9 };

/** How much to stake: nothing said, by Kelly's rule, or always the same. */
export function StakesControl() {
  const { settings } = useStores();
  const plan = useSelected(settings.settings, ({ stakePlan }) => stakePlan);
  const words = texts.settings.stakes;
  const choose = (by: By) =>
    settings.change({ stakePlan: by === 'none' ? null : { ...FIRST[by], ...(plan && currencyOf(plan)) } });
  return (
    <div className="stakes-form">
      <Segments
        label={words.title}
        segments={BY.map((value) => ({ value, label: words.by[value] }))}
        value={plan?.by ?? 'none'}
        onChoose={choose}
      />
      {plan === null ? null : <PlanForm key={plan.by} plan={plan} />}
    </div>
  );
}

function PlanForm({ plan }: { readonly plan: StakePlan }) {
  const { settings } = useStores();
  const words = texts.settings.stakes;
  const [isWrong, setWrong] = useState(false);
  const fields = Object.entries(plan).filter(([name]) => name !== 'by');
  const use = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = readPlan(plan, new FormData(event.currentTarget));
    setWrong(typed === null);
    if (typed) settings.change({ stakePlan: typed });
  };
  return (
    <form className="stakes-form" noValidate onSubmit={use}>
      {fields.map(([name, value]) => (
        <label key={name}>
          {words[name as 'bankroll']}
          <input
            className="field"
            name={name}
            defaultValue={String(value)}
            autoComplete="off"
            maxLength={20}
          />
        </label>
      ))}
      <p className={isWrong ? 'form-fault' : 'hint'} role="status">
        {isWrong ? words.wrong : words.used}
      </p>
      <button type="submit" className="button">
        {words.apply}
      </button>
    </form>
  );
}

/** The plan as it was typed; `null` where a field is out of its bounds. */
function readPlan(plan: StakePlan, typed: FormData): StakePlan | null {
  const currency = String(typed.get('currency')).trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  const numbers: Record<string, number> = {};
  for (const name of Object.keys(plan)) {
    const most = MOST[name];
    if (most === undefined) continue;
    const number = Number(String(typed.get(name)).trim().replace(',', '.'));
    if (!(number >= 0.01 && number <= most)) return null;
    numbers[name] = number;
  }
  return { ...plan, ...numbers, currency };
}

function currencyOf({ currency }: StakePlan): { readonly currency: string } {
  return { currency };
}
