import { useState } from 'react';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { figures } from '../text/format';
import type { TypeEvent } from './contract';
import type { Tell } from './PreparednessPage';
import { TypeSelect } from './TypeSelect';

/** "N more within H hours", for a sort of event. */
export function GoalForm({ tell }: { readonly tell: Tell }) {
  const [type, setType] = useState<TypeEvent | ''>('');
  const [persons, setPersons] = useState('');
  const [withinHours, setHours] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [wrong, setWrong] = useState('');
  const save = () => {
    const body = { type, persons: Number(persons), withinHours: Number(withinHours), decidedBy };
    void tell('goals', body).then((problem) => {
      setWrong(problem);
      if (problem !== '') return;
      setType('');
      setPersons('');
      setHours('');
      setDecidedBy('');
    });
  };
  return (
    <form
      className="preparedness-form"
      aria-label={t('prepared.setGoal')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TypeSelect value={type} onChange={setType} />
      <TextInput
        label={t('prepared.persons')}
        value={persons}
        onChange={(value) => setPersons(figures(value))}
        maxLength={5}
        inputMode="numeric"
        required
      />
      <TextInput
        label={t('prepared.withinHours')}
        value={withinHours}
        onChange={(value) => setHours(figures(value))}
        maxLength={2}
        inputMode="numeric"
        required
      />
      <TextInput
        label={t('prepared.goalBy')}
        value={decidedBy}
        onChange={setDecidedBy}
        maxLength={120}
        required
      />
      <button
        type="submit"
        className="button"
        disabled={[type, persons, withinHours, decidedBy].some((one) => one.trim() === '')}
      >
        {t('prepared.setGoal')}
      </button>
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
    </form>
  );
}
