import { useMemo, useState, type ReactNode } from 'react';
import { useCrew, useCrewPicture } from '../crew/context';
import { t } from '../text';
import type { MajorIncident, SieveRules } from './contract';
import { CrewMethane } from './CrewMethane';
import { useKept } from './kept';
import { SieveView } from './SieveView';
import { SIEVES, useMajors, useOnce } from './useMajor';

/** The part after # in the address: a phone that is loaded anew is where it was. */
const PLACE = '#sieve';

/**
 * What a crew has of a major incident: the way into sieving while there is one, the report from
 * the scene, and sieving itself in place of the page. All are there without a network too.
 */
export function CrewMajor({ children }: { readonly children: (banner: ReactNode) => ReactNode }) {
  const { client, region } = useCrew();
  const { read } = useCrewPicture();
  const told = useMajors(client, region.code);
  const open = useMemo(() => told.list?.filter((one) => !one.endedAt) ?? null, [told.list]);
  const majors = useKept<readonly MajorIncident[]>(`dirigent.majors.${region.code}`, open);
  const rules = useKept<SieveRules>(
    `dirigent.sieves.${region.code}`,
    useOnce(client, region.code, SIEVES),
  );
  const [sieving, setSieving] = useState(location.hash === PLACE);
  const incident = read?.incident.id ?? '';
  // The one it is sent to; a crew that is sent to none sieves at the latest.
  const major = majors?.find((one) => one.incidents.includes(incident)) ?? majors?.[0];
  const go = (on: boolean) => {
    history.replaceState(null, '', on ? PLACE : location.pathname + location.search);
    setSieving(on);
  };
  if (!major) return children(null);
  if (sieving && rules)
    return <SieveView key={major.id} major={major} rules={rules} onLeave={() => go(false)} />;
  return children(
    <>
      {rules && (
        <button type="button" className="button whole major-banner" onClick={() => go(true)}>
          <b>{t('sieve.banner', { type: t(`typeEvent.${major.type}`) })}</b>
          <span>
            {[major.organisation.breakPoint, major.organisation.talkgroup]
              .filter((one) => one !== '')
              .join(' · ')}
          </span>
          <span>{t('sieve.open')}</span>
        </button>
      )}
      <CrewMethane key={major.id} major={major} onTold={told.ask} />
    </>,
  );
}
