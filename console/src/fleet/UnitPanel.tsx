import type { ReactNode } from 'react';
import { RecallForm, StandbyForm } from '../advice/StandbyForms';
import { standbyText, unanswered } from '../advice/standbyText';
import type { Unit } from '../api/contract';
import { PanelHead } from '../design/PanelHead';
import { ReasonForm } from '../design/ReasonForm';
import { placeName } from '../dispatch/actions';
import { may } from '../identity/abilities';
import { useConnection, useDesk, useModel, useServerNow, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { age, clockTime, number } from '../text/format';
import { caseOf } from './caseOf';
import { ridesText } from './rides';
import { StatusMark } from './StatusMark';
import { WayFacts } from './WayFacts';

/** One unit: what it is, what it does, how old our knowledge is. */
export function UnitPanel({ unit }: { unit: Unit }) {
  const { region, actions, session } = useShared();
  const { desk, dispatch } = useDesk();
  const live = useConnection() === 'LIVE';
  const now = useServerNow();
  const report = useModel((model) => model.positions.get(unit.id));
  const station = region.stations.find((one) => one.id === unit.station);
  const free = unit.status === 'AVAILABLE';
  const out = unit.status === 'UNAVAILABLE';
  return (
    <article className="case" aria-labelledby="unit-title">
      <PanelHead
        titleId="unit-title"
        mark={<StatusMark status={unit.status} />}
        title={unit.callSign}
      >
        {tCode('kind', unit.kind)} · {unit.id} ·{' '}
        {t('unit.inStatus', { age: age(unit.statusSince, now) })}
      </PanelHead>
      <div className="case-scroll">
        {desk.form?.kind === 'availability' && <UnavailableForm unit={unit} />}
        {desk.form?.kind === 'standby' && <StandbyForm unit={unit} />}
        {desk.form?.kind === 'recall' && <RecallForm unit={unit} />}
        <Bound unit={unit} />
        <WayFacts />
        <ReachButtons unit={unit} />
        <dl className="facts">
          <Fact name={t('unit.positionAge')}>
            {report ? (
              <>
                {age(report.at, now)}
                {report.speedKmh != null && ` · ${number(report.speedKmh)}\u00a0km/h`}
              </>
            ) : (
              t('unit.noPosition')
            )}
          </Fact>
          <Fact name={t('unit.rides')}>{ridesText(unit)}</Fact>
          <Fact name={t('standby.title')}>
            {unit.standby && `${standbyText(unit.standby)} · ${age(unit.standby.orderedAt, now)}`}
            {unit.standby && unanswered(unit.standby, now) && (
              <b className="warn-ink"> {t('standby.unanswered')}</b>
            )}
          </Fact>
          <Fact name={t('standby.movesName')}>
            {unit.moves && unit.moves.inShift > 0 && number(unit.moves.inShift)}
          </Fact>
          <Fact name={t('unit.station')}>{station?.name ?? unit.station}</Fact>
          <Fact name={t('unit.owner')}>{unit.owner}</Fact>
          <Fact name={t('unit.shift')}>
            {unit.shift
              ? `${clockTime(unit.shift.start)}–${clockTime(unit.shift.end)}`
              : t('unit.noShift')}
          </Fact>
          <Fact name={t('unit.meal')}>
            {unit.shift?.mealStart &&
              unit.shift.mealEnd &&
              `${clockTime(unit.shift.mealStart)}–${clockTime(unit.shift.mealEnd)}`}
          </Fact>
          <Fact name={t('unit.crew')}>
            {unit.crew.map((one) => tCode('competence', one.competence)).join(', ')}
          </Fact>
          <Fact name={t('unit.capabilities')}>
            {unit.capabilities.map((one) => tCode('capability', one)).join(', ')}
          </Fact>
          <Fact name={t('unit.unavailableReason')}>{unit.unavailableReason}</Fact>
        </dl>
        {unit.special && <p className="tag">{t('case.special', { callSign: unit.callSign })}</p>}
      </div>
      {may(session, 'FLEET') && (free || out) && (
        <div className="case-actions">
          <button
            type="button"
            className="button small"
            aria-disabled={!live}
            onClick={() => {
              if (!live) actions.notices.refused(t('why.lost'));
              else if (out) void actions.availability(unit, true, '');
              else dispatch({ type: 'openForm', form: { kind: 'availability', unit: unit.id } });
            }}
          >
            {t(out ? 'unit.makeAvailable' : 'unit.makeUnavailable')}
          </button>
          {free && may(session, 'DISPATCH') && (
            <FormButton unit={unit} kind={unit.standby ? 'recall' : 'standby'} />
          )}
        </div>
      )}
    </article>
  );
}

/** Opens the form that tells the unit where to stand, or takes the order back. */
function FormButton({ unit, kind }: { unit: Unit; kind: 'standby' | 'recall' }) {
  const { dispatch } = useDesk();
  return (
    <button
      type="button"
      className="button small"
      onClick={() => dispatch({ type: 'openForm', form: { kind, unit: unit.id } })}
    >
      {t(kind === 'recall' ? 'standby.recall' : 'standby.order')}
    </button>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false)
    return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The case the unit is bound to, to go to with one press. */
function Bound({ unit }: { unit: Unit }) {
  const { dispatch } = useDesk();
  const incidents = useModel((model) => model.incidents);
  const assignments = useModel((model) => model.assignments);
  const incident = caseOf(unit, assignments, incidents);
  if (!incident) return null;
  return (
    <button
      type="button"
      className="button"
      onClick={() => dispatch({ type: 'openIncident', id: incident.id })}
    >
      {t('unit.showCase')}: {incident.priority} {placeName(incident)}
    </button>
  );
}

/** Shows on the map what the unit reaches from where it is, and from its station. */
function ReachButtons({ unit }: { unit: Unit }) {
  const { region } = useShared();
  const { desk, dispatch } = useDesk();
  const station = region.stations.find((one) => one.id === unit.station);
  const shown = desk.reach && 'id' in desk.reach ? desk.reach : null;
  const button = (of: { kind: 'unit' | 'station'; id: string }, text: string) => {
    const pressed = shown?.kind === of.kind && shown.id === of.id;
    return (
      <button
        type="button"
        className="button small"
        aria-pressed={pressed}
        onClick={() => dispatch({ type: 'reach', of: pressed ? null : of })}
      >
        {text}
      </button>
    );
  };
  return (
    <p className="choices">
      {button({ kind: 'unit', id: unit.id }, t('reach.unit'))}
      {station && button({ kind: 'station', id: station.id }, t('reach.station'))}
    </p>
  );
}

function UnavailableForm({ unit }: { unit: Unit }) {
  const { actions } = useShared();
  return (
    <ReasonForm
      title={t('form.availabilityTitle', { callSign: unit.callSign })}
      save={t('unit.makeUnavailable')}
      onSave={(reason) => actions.availability(unit, false, reason)}
    />
  );
}
