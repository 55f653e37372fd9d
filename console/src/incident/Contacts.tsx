import type { Incident } from '../api/contract';
import { FieldMark } from '../presence/News';
import { t } from '../text';
import { clockTime } from '../text/format';

/** Every contact with the caller, the newest first. */
export function Contacts({ incident }: { incident: Incident }) {
  const contacts = incident.contacts.toReversed();
  return (
    <section>
      <h3>
        {t('case.contacts')} <span className="count">{contacts.length}</span>{' '}
        <FieldMark incident={incident} field="contacts" />
      </h3>
      {contacts.length === 0 && <p className="quiet">{t('case.noContacts')}</p>}
      <ul className="lines">
        {contacts.map((one, index) => (
          <li key={`${one.at} ${index}`}>
            <time>{clockTime(one.at)}</time>
            <span dir="auto">
              <b className={one.answered ? '' : 'warn-ink'}>
                {t(one.answered ? 'case.answered' : 'case.notAnswered')}
              </b>{' '}
              {[one.condition, one.decision].filter(Boolean).join(' → ')}
              <span className="quiet">
                {' '}
                {one.by}
                {one.nextDueAt && ` · ${t('case.nextDue')} ${clockTime(one.nextDueAt)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Notes({ incident }: { incident: Incident }) {
  const notes = incident.notes.toReversed();
  return (
    <section>
      <h3>
        {t('case.notes')} <span className="count">{notes.length}</span>{' '}
        <FieldMark incident={incident} field="notes" />
      </h3>
      {notes.length === 0 && <p className="quiet">{t('case.noNotes')}</p>}
      <SaidLines lines={notes} />
    </section>
  );
}

/** What somebody has said, with when and who. */
export function SaidLines({
  lines,
}: {
  lines: readonly { at: string; by: string; text: string }[];
}) {
  return (
    <ul className="lines">
      {lines.map((one, index) => (
        <li key={`${one.at} ${index}`}>
          <time>{clockTime(one.at)}</time>
          <span dir="auto">
            {one.text} <span className="quiet">{one.by}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
