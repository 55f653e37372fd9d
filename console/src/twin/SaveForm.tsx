import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Client } from '../api/client';
import { Select } from '../design/Fields';
import { t } from '../text';
import type { Part, Shared } from './contract';
import { linkTo } from './place';
import { problemText } from './words';

interface Props {
  readonly client: Client;
  readonly region: string;
  readonly part: Part;
  readonly onSaved: () => void;
}

const SHARED: readonly Shared[] = ['OWN', 'REGION', 'ALL'];

/** Keeps the scenario under its name, for oneself or for others, with an address to give away. */
export function SaveForm({ client, region, part, onSaved }: Props) {
  const [shared, setShared] = useState<Shared>('REGION');
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState('');
  const save = () => {
    const { name, text } = part;
    client.post(region, 'scenarios', { name, text, shared }).then(
      ({ id }) => {
        setSaid(linkTo(`scenario=${id}`));
        setRefused('');
        onSaved();
      },
      (error: unknown) => setRefused(problemText(error)),
    );
  };
  return (
    <div className="twin-save">
      <Select
        label={t('twin.sharedWith')}
        value={shared}
        onChange={(one) => setShared(one as Shared)}
        options={SHARED.map((one) => [one, t(`shared.${one}`)])}
      />
      <Button className="button" onPress={save}>
        {t('twin.save')}
      </Button>
      <p role="status">
        {said && (
          <>
            {t('twin.kept')} <a href={said}>{said}</a>
          </>
        )}
      </p>
      <p role="alert" className="error">
        {refused}
      </p>
    </div>
  );
}
