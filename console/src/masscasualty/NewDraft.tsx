import { useState } from 'react';
import type { RegionPack } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import type { TypeEvent } from './contract';
import type { Tell } from './PreparednessPage';
import { TypeSelect } from './TypeSelect';

interface Props {
  readonly region: RegionPack;
  readonly tell: Tell;
}

/** Asks the server to work out a key from what is documented and how far it is. */
export function NewDraft({ region, tell }: Props) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [type, setType] = useState<TypeEvent | ''>('');
  const [place, setPlace] = useState('');
  const [wrong, setWrong] = useState('');
  const [asking, setAsking] = useState(false);
  const at = region.places.find((one) => one.name === place);
  const places = region.places.map((one) => one.name);
  const make = () => {
    setAsking(true);
    const body = { code: code.trim(), name, type, place, position: at?.position };
    void tell('key-drafts', body)
      .then((problem) => {
        setWrong(problem);
        if (problem !== '') return;
        setCode('');
        setName('');
      })
      .finally(() => setAsking(false));
  };
  return (
    <section className="pane">
      <h2>{t('prepared.workOut')}</h2>
      <p className="quiet">{t('prepared.workOutHow')}</p>
      <form
        className="preparedness-form"
        aria-label={t('prepared.workOut')}
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TextInput
          label={t('prepared.code')}
          value={code}
          onChange={setCode}
          maxLength={40}
          required
        />
        <TextInput
          label={t('prepared.name')}
          value={name}
          onChange={setName}
          maxLength={120}
          required
        />
        <TypeSelect value={type} onChange={setType} />
        <TextInput
          label={t('prepared.place')}
          value={place}
          onChange={setPlace}
          maxLength={120}
          list={places}
          error={place !== '' && !at ? t('prepared.noPlace') : ''}
          required
        />
        <button
          type="submit"
          className="button first"
          disabled={asking || code.trim() === '' || name.trim() === '' || type === '' || !at}
        >
          {t('prepared.make')}
        </button>
        <p role="alert" className="grave-ink">
          {wrong}
        </p>
      </form>
    </section>
  );
}
