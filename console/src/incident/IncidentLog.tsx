import { useEffect, useState } from 'react';
import type { Entry, Incident } from '../api/contract';
import { useConnection, useDesk, useServerNow, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockSeconds } from '../text/format';
import { entryDetail } from './entryDetail';

type Loaded = { id: string; entries: readonly Entry[] | null };

/** The case's part of the journal, asked for when it is opened and when the case changes. */
export function IncidentLog({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState(false);
  const { desk } = useDesk();
  const shown = open || desk.printing;
  return (
    <details
      className="log"
      data-help="pane.log"
      open={shown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{t('case.log')}</h3>
      </summary>
      {shown && <Entries incident={incident} />}
    </details>
  );
}

/** Prints when asked to and the log is there; without a connection the case prints without it. */
function usePrinted(ready: boolean) {
  const { desk, dispatch } = useDesk();
  const wanted = desk.printing && ready;
  const name = desk.incident ?? '';
  useEffect(() => {
    if (!wanted) return;
    const before = document.title;
    document.title = name;
    window.print();
    document.title = before;
    dispatch({ type: 'print', on: false });
  }, [wanted, name, dispatch]);
}

function Entries({ incident }: { incident: Incident }) {
  const { client, region, store, past } = useShared();
  const live = ['LIVE', 'PAST'].includes(useConnection());
  const now = useServerNow();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { id, version } = incident;
  useEffect(() => {
    if (!live) return;
    let gone = false;
    client.incident(region.code, id).then(
      ({ entries }) => !gone && setLoaded({ id, entries }),
      () => !gone && setLoaded({ id, entries: null }),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, id, version, live]);

  usePrinted(loaded?.id === id || !live);
  if (loaded?.id !== id) return <p className="quiet">{t('case.logLoading')}</p>;
  if (!loaded.entries) return <p className="warn-ink">{t('case.logFailed')}</p>;
  // The film tells nothing of what came after its moment.
  const said = loaded.entries.filter((one) => !past || Date.parse(one.at) <= now);
  const callSign = (unit: string) => store.get().units.get(unit)?.callSign ?? unit;
  return (
    <ol className="lines">
      {said.toReversed().map((one) => (
        <li key={one.seq}>
          <time>{clockSeconds(one.at)}</time>
          <span dir="auto">
            <b>{tCode('entry', one.type)}</b> {entryDetail(one, callSign)}{' '}
            <span className="quiet">{one.actor}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
