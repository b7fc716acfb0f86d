import { type FormEvent, type HTMLAttributes, type ReactNode, useId, useState } from 'react';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import { BET_RESULTS } from '#domain/ledger/noted-bet.ts';
import { type BetFault, type BetFields, readBet } from '../../stores/bets/bet-fields.ts';
import type { BetForm } from '../../stores/bets/bets.ts';
import { texts } from '../../texts.ts';
import { Segments } from '../../ui/segments.tsx';
import { fullTimeText, localFieldText, parseLocalField } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const words = texts.bets.form;
const RESULTS = BET_RESULTS.map((value) => ({ value, label: texts.bets.results[value] }));

interface BetFormPanelProps {
  readonly form: BetForm;
  readonly onCancel: () => void;
}

/** The fields of a bet. One from the board says what it is on; one in the user's own words is typed in whole. */
export function BetFormPanel({ form, onCancel }: BetFormPanelProps) {
  const { bets } = useStores();
  const failure = useObservable(bets.failure);
  const [fields, setFields] = useState(form.fields);
  const [fault, setFault] = useState<BetFault | null>(null);
  const put = (part: Partial<BetFields>) => setFields((before) => ({ ...before, ...part }));

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readBet(fields);
    if ('note' in read) {
      setFault(null);
      void bets.save(read.note);
      return;
    }
    setFault(read.fault);
    event.currentTarget.querySelector<HTMLElement>(`[name="${read.fault}"]`)?.focus();
  };
  const field = (name: BetFault, label: string, value: string, set: (text: string) => void) => (
    <TextField
      name={name}
      label={label}
      value={value}
      isInvalid={fault === name}
      onChange={set}
      hint={name === 'price' ? words.priceHint : undefined}
    />
  );

  return (
    <form className="bet-form" noValidate onSubmit={save}>
      {fields.subject === null ? (
        <OwnWords fields={fields} isInvalid={fault === 'wording'} put={put} />
      ) : (
        <Subject fields={fields} />
      )}
      <div className="bet-line">
        {field('price', words.price, fields.price, (price) => put({ price }))}
        {field('stake', words.stake, fields.stake, (stake) => put({ stake }))}
        {field('currency', words.currency, fields.currency, (currency) => put({ currency }))}
      </div>
      <div className="bet-line">
        <Field label={words.placed}>
          {(id) => (
            <input
              id={id}
              name="placed"
              className="field"
              type="datetime-local"
              step="1"
              value={Number.isNaN(fields.placedAtMs) ? '' : localFieldText(fields.placedAtMs)}
              aria-invalid={fault === 'placed'}
              onChange={(event) => put({ placedAtMs: parseLocalField(event.currentTarget.value) })}
            />
          )}
        </Field>
        <TextField
          name="comment"
          label={words.comment}
          value={fields.comment}
          onChange={(comment) => put({ comment })}
        />
      </div>
      <div className="bet-result">
        <span aria-hidden="true">{words.result}</span>
        <Segments
          label={words.result}
          segments={RESULTS}
          value={fields.result}
          onChoose={(result) => put({ result })}
        />
      </div>
      <p className="form-fault" role="alert">
        {fault === null ? failure : words.faults[fault]}
      </p>
      <div className="bet-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" className="button button-main">
          {words.save}
        </button>
      </div>
    </form>
  );
}

function Subject({ fields }: { readonly fields: BetFields }) {
  const { wording, sport, game, sportsbook, startsAtMs } = fields;
  return (
    <div className="bet-subject">
      <strong>{wording}</strong>
      <span>{sportsbookName(sportsbook)}</span>
      <span className="hint">
        {[sport, labelWithoutTime(game), startsAtMs === null ? '' : fullTimeText(startsAtMs)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

interface OwnWordsProps {
  readonly fields: BetFields;
  readonly isInvalid: boolean;
  readonly put: (part: Partial<BetFields>) => void;
}

function OwnWords({ fields, isInvalid, put }: OwnWordsProps) {
  return (
    <>
      <TextField
        name="wording"
        label={words.wording}
        value={fields.wording}
        hint={words.wordingHint}
        isInvalid={isInvalid}
        onChange={(wording) => put({ wording })}
      />
      <div className="bet-line">
        <TextField
          name="sport"
          label={words.sport}
          value={fields.sport}
          onChange={(sport) => put({ sport })}
        />
        <TextField name="game" label={words.game} value={fields.game} onChange={(game) => put({ game })} />
        <TextField
          name="sportsbook"
          label={words.sportsbook}
          value={fields.sportsbook}
          onChange={(sportsbook) => put({ sportsbook })}
        />
      </div>
      <p className="hint">{words.noClosing}</p>
    </>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string | undefined;
  readonly isInvalid?: boolean;
}

function TextField({ name, label, value, onChange, hint, isInvalid = false }: TextFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          name={name}
          className="field"
          type="text"
          autoComplete="off"
          maxLength={200}
          value={value}
          placeholder={hint}
          aria-invalid={isInvalid}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface FieldProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className="bet-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
