import { useState, type ReactNode } from 'react';
import { t } from '../text';
import { casualtyPath } from './acts';
import type { Casualty } from './contract';
import { tagIn } from './counts';
import type { Send } from './HospitalPage';

interface Props {
  readonly one: Casualty;
  readonly others: readonly Casualty[];
  readonly send: Send;
}

/** Who it is, and whether it is somebody who is in the list under another tag. */
export function WardPerson({ one, others, send }: Props) {
  const [open, setOpen] = useState<'WHO' | 'SAME' | null>(null);
  const tag = tagIn(one.id);
  const toggle = (next: 'WHO' | 'SAME') => setOpen(open === next ? null : next);
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-expanded={open === 'WHO'}
        aria-label={t('hospital.whoOf', { tag })}
        onClick={() => toggle('WHO')}
      >
        {t('hospital.who')}
      </button>
      {others.length > 1 && (
        <button
          type="button"
          className="button small"
          aria-expanded={open === 'SAME'}
          aria-label={t('hospital.sameOf', { tag })}
          onClick={() => toggle('SAME')}
        >
          {t('hospital.same')}
        </button>
      )}
      {open === 'WHO' && <Who one={one} send={send} onDone={() => setOpen(null)} />}
      {open === 'SAME' && (
        <Same one={one} others={others} send={send} onDone={() => setOpen(null)} />
      )}
    </>
  );
}

interface FormProps {
  readonly one: Casualty;
  readonly send: Send;
  readonly onDone: () => void;
}

/** A number, a name or neither: without a number it becomes somebody with a reserve number. */
function Who({ one, send, onDone }: FormProps) {
  const [personalNumber, setNumber] = useState('');
  const [name, setName] = useState('');
  const body = {
    ...(personalNumber.trim() === '' ? {} : { personalNumber: personalNumber.trim() }),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  };
  return (
    <WardForm
      title={t('hospital.whoOf', { tag: tagIn(one.id) })}
      save={t('form.save')}
      ready
      onSave={() => send(casualtyPath(one.id, 'identity'), body)}
      onDone={onDone}
    >
      <label className="field">
        <span className="label">{t('crew.personalNumber')}</span>
        <input
          value={personalNumber}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="label">{t('crew.patientName')}</span>
        <input
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </WardForm>
  );
}

/** Two cards of one person: both histories are kept, and either card finds the one. */
function Same({ one, others, send, onDone }: FormProps & Pick<Props, 'others'>) {
  const [into, setInto] = useState('');
  const tags = others.filter((each) => each.id !== one.id).map((each) => tagIn(each.id));
  return (
    <WardForm
      title={t('hospital.sameOf', { tag: tagIn(one.id) })}
      save={t('major.merge')}
      ready={into !== ''}
      onSave={() => send(casualtyPath(one.id, 'merging'), { into })}
      onDone={onDone}
    >
      <label className="field">
        <span className="label">{t('major.mergeInto')}</span>
        <select value={into} onChange={(event) => setInto(event.target.value)}>
          <option value="" />
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      </label>
    </WardForm>
  );
}

interface WardFormProps {
  readonly title: string;
  readonly save: string;
  readonly ready: boolean;
  readonly onSave: () => Promise<string>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

function WardForm({ title, save, ready, onSave, onDone, children }: WardFormProps) {
  const [wrong, setWrong] = useState('');
  const tell = () =>
    void onSave().then((problem) => {
      setWrong(problem);
      if (problem === '') onDone();
    });
  return (
    <form
      className="hospital-person"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      {children}
      <button type="submit" className="button" disabled={!ready}>
        {save}
      </button>
      {wrong && (
        <p role="alert" className="grave-ink">
          {wrong}
        </p>
      )}
    </form>
  );
}
