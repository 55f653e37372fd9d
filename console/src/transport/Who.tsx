import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../api/client';
import type { Patient } from '../api/contract';
import { t } from '../text';

/** Who the patient is, when asked for: every such read is logged. */
export function Who({ read }: { readonly read: () => Promise<Patient> }) {
  const [found, setFound] = useState<Patient | null>(null);
  const [error, setError] = useState('');
  const show = () => {
    read().then(setFound, (problem: unknown) => {
      setError(problem instanceof Problem ? problem.message : t('problem.noAnswer'));
    });
  };
  if (found)
    return (
      <span>
        <b dir="auto">{found.name || t('crewRide.noName')}</b> {found.number}
      </span>
    );
  return (
    <>
      <Button className="button small" onPress={show}>
        {t('crewRide.who')}
      </Button>
      {error !== '' && (
        <span role="alert" className="error">
          {error}
        </span>
      )}
    </>
  );
}
