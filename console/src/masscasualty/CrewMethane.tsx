import { useEffect, useState, type SubmitEvent } from 'react';
import { useCrew, useCrewNow, useOutbox } from '../crew/context';
import type { MethanePress } from '../crew/outbox';
import { t } from '../text';
import type { MajorIncident } from './contract';
import { readKept, writeKept } from './kept';
import { methaneOf } from './MajorFacts';
import { methaneFrom, MethaneFields, typedMethane, type TypedMethane } from './MethaneFields';

interface Props {
  readonly major: MajorIncident;
  /** The server has taken a report: what it knows is to be read anew. */
  readonly onTold: () => void;
}

/**
 * The first unit's report, written where the unit is. It goes the way of every press: kept in the
 * phone until the server has it. What is half written is kept there too.
 */
export function CrewMethane({ major, onTold }: Props) {
  const { session } = useCrew();
  const waiting = useOutbox()
    .filter((one) => 'methane' in one && one.major === major.id)
    .at(-1) as MethanePress | undefined;
  const [open, setOpen] = useState(false);
  const last = waiting?.id;
  useEffect(() => {
    if (last !== undefined) return onTold;
    return undefined;
  }, [last, onTold]);
  // What was written last stands here, whether or not the server has it yet.
  const methane = waiting?.methane ?? major.methane;
  return (
    <section className="crew-methane" aria-label={t('major.methane')}>
      {methane && !open && (
        <dl className="methane">
          {methaneOf({ methane })
            .filter(([, , value]) => value !== '')
            .map(([letter, name, value]) => (
              <div key={name}>
                <dt>
                  <b aria-hidden>{letter}</b> {name}
                </dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
      )}
      <button
        type="button"
        className="button whole"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(methane ? 'methane.change' : 'methane.write')}
      </button>
      {open && (
        <Form
          major={major}
          before={typedMethane(methane)}
          draft={`dirigent.methane.${session.username}.${major.id}`}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  );
}

interface FormProps {
  readonly major: MajorIncident;
  readonly before: TypedMethane;
  /** Under which name the phone keeps what is half written. */
  readonly draft: string;
  readonly onDone: () => void;
}

function Form({ major, before, draft, onDone }: FormProps) {
  const { outbox } = useCrew();
  const { now } = useCrewNow();
  const [typed, setTyped] = useState(() => readKept<TypedMethane | null>(draft, null) ?? before);
  const change = (next: TypedMethane) => {
    setTyped(next);
    writeKept(draft, next);
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const methane = methaneFrom(typed);
    outbox.press({
      id: crypto.randomUUID(),
      at: new Date(now).toISOString(),
      major: major.id,
      methane,
    });
    writeKept(draft, null);
    onDone();
  };
  return (
    <form className="stack crew-form" onSubmit={send}>
      <p className="hint">{t('fieldHelp.methane')}</p>
      <MethaneFields typed={typed} onChange={change} problemAt={() => ''} />
      <button type="submit" className="button first">
        {t('methane.send')}
      </button>
    </form>
  );
}
