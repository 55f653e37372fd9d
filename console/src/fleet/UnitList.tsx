import { useMemo, useState } from 'react';
import { standbyText } from '../advice/standbyText';
import type { Unit, UnitStatus } from '../api/contract';
import { UNIT_STATUSES } from '../api/contract';
import { RowList } from '../design/RowList';
import { placeName } from '../dispatch/actions';
import { countByStatus, unitsByStatus } from '../model/lists';
import type { Model } from '../model/picture';
import { useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { age, number } from '../text/format';
import { caseOf } from './caseOf';
import { LETTERS } from './letters';
import { drives, ridesText } from './rides';
import { StatusMark } from './StatusMark';

const ROW_HEIGHT = 30;
/** A position older than this is marked, in seconds; crews report every 5–30 s. */
const POSITION_OLD_SECONDS = 120;

/** Every unit by status, with how long it has been there and how old its position is. */
export function UnitList() {
  const { desk, dispatch } = useDesk();
  const [status, setStatus] = useState<UnitStatus | null>(null);
  const [text, setText] = useState('');
  const units = useModel((model) => model.units);
  const now = useServerNow();
  const sorted = useMemo(() => unitsByStatus({ units } as Model), [units]);
  const shown = useMemo(
    () => sorted.filter((unit) => (!status || unit.status === status) && matches(unit, text)),
    [sorted, status, text],
  );
  const where = useWhere();
  const positions = useModel((model) => model.positions);
  return (
    <section className="pane units" data-help="pane.units" aria-label={t('unit.title')}>
      <header className="pane-head">
        <h2>{t('unit.title')}</h2>
        <StatusFilter units={units} status={status} onChange={setStatus} />
        <input
          className="search"
          type="search"
          aria-label={t('unit.filter')}
          data-help="field.unitFilter"
          placeholder={t('unit.filter')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </header>
      <div className="unit-grid unit-heads" aria-hidden>
        <span>{t('unit.status')}</span>
        <span>{t('unit.callSign')}</span>
        <span className="kind">{t('unit.kind')}</span>
        <span className="number">{t('unit.since')}</span>
        <span className="number">{t('unit.age')}</span>
        <span>{t('unit.where')}</span>
      </div>
      <RowList
        label={t('unit.title')}
        listId="list-units"
        items={shown}
        rowHeight={ROW_HEIGHT}
        idOf={(unit) => unit.id}
        selected={desk.unit}
        onOpen={(unit) => dispatch({ type: 'openUnit', id: unit.id })}
        row={(unit) => (
          <Row unit={unit} where={where(unit)} at={positions.get(unit.id)?.at} now={now} />
        )}
        empty={t(units.size === 0 ? 'unit.empty' : 'unit.noMatch')}
      />
    </section>
  );
}

interface FilterProps {
  units: ReadonlyMap<string, Unit>;
  status: UnitStatus | null;
  onChange: (status: UnitStatus | null) => void;
}

function StatusFilter({ units, status, onChange }: FilterProps) {
  const counts = useMemo(() => countByStatus(units.values()), [units]);
  return (
    <div className="status-filter" role="group" aria-label={t('unit.statusFilter')}>
      {UNIT_STATUSES.map((one) => (
        <button
          key={one}
          type="button"
          className="chip"
          aria-pressed={status === one}
          title={t(`status.${one}`)}
          data-help={`status.${one}`}
          onClick={() => onChange(status === one ? null : one)}
        >
          <b>{LETTERS[one]}</b> <span className="unseen">{t(`status.${one}`)} </span>
          {number(counts.get(one) ?? 0)}
        </button>
      ))}
    </div>
  );
}

interface RowProps {
  unit: Unit;
  where: string;
  at: string | undefined;
  now: number;
}

function Row({ unit, where, at, now }: RowProps) {
  const old = at !== undefined && now - Date.parse(at) > POSITION_OLD_SECONDS * 1000;
  return (
    <div className="unit-grid">
      <StatusMark status={unit.status} />
      <span className="call-sign">{unit.callSign}</span>
      <span className="kind quiet">{tCode('kind', unit.kind)}</span>
      <span className="number">{age(unit.statusSince, now)}</span>
      <span className={`number ${at === undefined || old ? 'warn-ink' : 'quiet'}`}>
        {at === undefined ? '–' : age(at, now)}
      </span>
      <span className="where">{where}</span>
    </div>
  );
}

/** Where a unit is bound: its case's address, or else its station. */
function useWhere(): (unit: Unit) => string {
  const { region } = useShared();
  const incidents = useModel((model) => model.incidents);
  const assignments = useModel((model) => model.assignments);
  return useMemo(() => {
    const stations = new Map(region.stations.map((one) => [one.id, one.name]));
    return (unit: Unit) => {
      const incident = caseOf(unit, assignments, incidents);
      if (incident) return `${incident.priority} ${placeName(incident)}`;
      if (unit.unavailableReason) return unit.unavailableReason;
      if (drives(unit)) return ridesText(unit);
      if (unit.standby) return standbyText(unit.standby);
      return unit.station ? (stations.get(unit.station) ?? unit.station) : '';
    };
  }, [region, incidents, assignments]);
}

function matches(unit: Unit, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return [unit.callSign, unit.id, tCode('kind', unit.kind), unit.station]
    .join(' ')
    .toLowerCase()
    .includes(wanted);
}
