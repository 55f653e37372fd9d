import type { ReactNode } from 'react';
import type { Entry, Incident, Presence } from '../api/contract';
import { entryDetail } from '../incident/entryDetail';
import { useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime } from '../text/format';
import { fieldOf, type MarkedField } from './marks';
import { useMarksOf } from './useMarks';
import type { Meanwhile } from './useMeanwhile';
import { useOthersOn } from './usePresence';

/** Who else has the case in view, and what others have changed since this person looked at it. */
export function CaseNews({ incident }: { incident: Incident }) {
  const { marks } = useShared();
  const others = useOthersOn(incident.id);
  const changed = useMarksOf(incident.id);
  return (
    <div className="case-news">
      <div role="status">
        {others.map((one) => (
          <p key={one.username} className="present">
            <span aria-hidden>{one.form ? '✎' : '○'}</span> {presenceText(one)}
          </p>
        ))}
      </div>
      {changed.length > 0 && (
        <section className="changes" aria-label={t('presence.changes')}>
          <h3>{t('presence.changes')}</h3>
          <ChangeLines entries={changed} />
          <button type="button" className="button small" onClick={() => marks.seen(incident.id)}>
            {t('presence.seen')}
          </button>
        </section>
      )}
    </div>
  );
}

/** In a form: what was changed while it was being filled in. What was typed stays. */
export function MeanwhileNews({ of }: { of: Meanwhile }) {
  return (
    <div role="alert" className={of.news.length > 0 ? 'changes' : ''}>
      {of.news.length > 0 && (
        <>
          <p>{t('presence.meanwhile')}</p>
          <ChangeLines entries={of.news} />
        </>
      )}
    </div>
  );
}

function ChangeLines({ entries }: { entries: readonly Entry[] }) {
  const { store } = useShared();
  const callSign = (unit: string) => store.get().units.get(unit)?.callSign ?? unit;
  const name = useNames();
  return (
    <ul className="lines">
      {entries.map((one) => (
        <li key={one.seq}>
          <time>{clockTime(one.at)}</time>
          <span dir="auto">
            <b>{tCode('entry', one.type)}</b> {entryDetail(one, callSign)}{' '}
            <span className="quiet">{name(one.actor)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** At a field: changed by another since this person last looked, by whom and when. */
export function FieldMark({ incident, field }: { incident: Incident; field: MarkedField }) {
  const last = useMarksOf(incident.id).findLast((one) => fieldOf(one) === field);
  const name = useNames();
  if (!last) return null;
  return (
    <span className="changed-mark">
      <span aria-hidden>●</span>{' '}
      {t('presence.changedBy', { name: name(last.actor), time: clockTime(last.at) })}
    </span>
  );
}

/** A row's second line: who is at it, else what another changed, else what it says of itself. */
export function RowNews({ incident, children }: { incident: Incident; children: ReactNode }) {
  const others = useOthersOn(incident.id);
  const last = useMarksOf(incident.id).at(-1);
  const name = useNames();
  const busy = others.find((one) => one.form) ?? others[0];
  if (busy)
    return (
      <span className="second present">
        <span aria-hidden>{busy.form ? '✎' : '○'}</span> {presenceText(busy)}
      </span>
    );
  if (last)
    return (
      <span className="second changed-mark">
        <span aria-hidden>●</span> {tCode('entry', last.type)},{' '}
        {t('presence.changedBy', { name: name(last.actor), time: clockTime(last.at) })}
      </span>
    );
  return <span className="second">{children}</span>;
}

function presenceText({ displayName: name, form }: Presence): string {
  return form
    ? t('presence.form', { name, form: tCode('presenceForm', form) })
    : t('presence.looks', { name });
}

/** User name → the name to read, for those who are there now; the journal knows only the first. */
function useNames(): (username: string) => string {
  const people = useModel((model) => model.presence);
  return (username) => people.find((one) => one.username === username)?.displayName ?? username;
}
