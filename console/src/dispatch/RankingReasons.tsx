import { Fragment, useEffect, useRef } from 'react';
import type { Incident, RecommendedUnit, Rule } from '../api/contract';
import { commandById } from '../commands/table';
import { give, useCommands } from '../commands/useCommands';
import { useDesk, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { kilometres, number, span } from '../text/format';
import { PARTS, rivalryText } from './costText';
import { lenderText, reasonText, unplacedText } from './reasonText';

const KEYS = ['assign1', 'assign2', 'assign3'] as const;
/** Parts whose amount is a length of time, said in the same words as their cost. */
const TIMES: readonly string[] = ['ARRIVAL', 'UNCERTAINTY', 'OVERTIME', 'MEAL', 'HOME'];

/**
 * Why the units stand in the order they do: every named cost of each, their sum, what holds the
 * order, and the rule with its values. The keys that send a unit work here too.
 */
export function RankingReasons({ incident }: { incident: Incident }) {
  const { recommendation } = useCommands();
  const { dispatch } = useDesk();
  const { explained, unplaced, total, rivalry, rule, state } = recommendation;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="form stack ranking" aria-labelledby="ranking-title">
      <h3 id="ranking-title" ref={heading} tabIndex={-1}>
        {t('ranking.title', { priority: incident.priority })}
      </h3>
      {state === 'LOADING' && <p className="quiet">{t('case.nearestLoading')}</p>}
      {state === 'FAILED' && <p className="warn-ink">{t('case.nearestFailed')}</p>}
      {explained.length > 0 && (
        <>
          <p>{rivalry ? rivalryText(rivalry, explained) : t('ranking.noRival')}</p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by key */}
          <div className="table-scroll" role="region" aria-label={t('ranking.table')} tabIndex={0}>
            <Costs units={explained} />
          </div>
          <p className="quiet">{t('ranking.of', { shown: explained.length, total })}</p>
          <Reasons units={explained} />
          {unplaced.length > 0 && (
            <p className="warn-ink">{t('ranking.unplaced', { units: unplacedText(unplaced) })}</p>
          )}
          <Silent />
        </>
      )}
      {rule && <RuleText rule={rule} />}
      <div className="choices">
        <Accept units={explained} />
        <button type="button" className="button" onClick={() => dispatch({ type: 'closeForm' })}>
          {t('ranking.close')} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}

function Accept({ units }: { units: readonly RecommendedUnit[] }) {
  const commands = useCommands();
  const { actions } = useShared();
  return KEYS.map((id, index) => {
    const one = units[index];
    if (!one) return null;
    const command = commandById(id);
    return (
      <button
        key={id}
        type="button"
        className={index === 0 ? 'button first' : 'button'}
        aria-disabled={command.blocked(commands) !== null}
        aria-keyshortcuts={command.key ?? undefined}
        onClick={() => give(command, commands, (text) => actions.notices.refused(text))}
      >
        {t('case.assign', { callSign: one.callSign })} <kbd>{command.key}</kbd>
      </button>
    );
  });
}

/** A row for each named cost, a column for each unit, the sum below. */
function Costs({ units }: { units: readonly RecommendedUnit[] }) {
  const cell = (text: string) => (text === '' ? '–' : text);
  return (
    <table className="costs">
      <thead>
        <tr>
          <th scope="col">{t('ranking.part')}</th>
          {units.map((one, index) => (
            <th key={one.unit} scope="col">
              {index + 1}. {one.callSign}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={t('ranking.median')} units={units} of={(one) => seconds(one.arrivalSeconds)} />
        <Row name={t('ranking.late')} units={units} of={(one) => seconds(one.arrivalLateSeconds)} />
        <Row
          name={t('ranking.distance')}
          units={units}
          of={(one) => (one.distanceMetres == null ? '' : kilometres(one.distanceMetres))}
        />
        {PARTS.map((part) => (
          <Row
            key={part}
            name={tCode('cost', part)}
            units={units}
            of={(one) => costOf(one, part)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('ranking.sum')}</th>
          {units.map((one) => (
            <td key={one.unit}>{cell(seconds(one.costSeconds))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly units: readonly RecommendedUnit[];
  readonly of: (one: RecommendedUnit) => string;
}

function Row({ name, units, of }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {units.map((one) => (
        <td key={one.unit}>{of(one) || '–'}</td>
      ))}
    </tr>
  );
}

function seconds(value: number | null | undefined): string {
  return value == null ? '' : span(value);
}

/** What a part counts as, with what was measured when that is something else. */
function costOf(one: RecommendedUnit, part: string): string {
  const cost = one.parts.find((candidate) => candidate.part === part);
  if (!cost) return '';
  const counted = span(Math.round(cost.seconds));
  if (part === 'ARRIVAL') return counted;
  const amount = TIMES.includes(part)
    ? span(Math.round(cost.amount))
    : number(cost.amount, part === 'COVER' ? 2 : 0);
  return `${counted} (${amount})`;
}

function Reasons({ units }: { units: readonly RecommendedUnit[] }) {
  const said = units.filter((one) => one.reasons.length > 0 || one.lender);
  if (said.length === 0) return null;
  return (
    <dl className="facts">
      {said.map((one) => (
        <div key={one.unit}>
          <dt>{one.callSign}</dt>
          <dd>
            {[...(one.lender ? [lenderText(one.lender)] : []), ...one.reasons.map(reasonText)].join(
              ' · ',
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Neighbours one has agreed with, but whose units nobody here can see. */
function Silent() {
  const { region } = useShared();
  if (region.silent.length === 0) return null;
  return <p className="quiet">{t('ranking.silent', { regions: region.silent.join(', ') })}</p>;
}

/** The rule in words, with the values in force here. */
function RuleText({ rule }: { rule: Rule }) {
  return (
    <section aria-label={t('ranking.rule')}>
      <h4>{t('ranking.rule')}</h4>
      <p>
        {t(rule.level === 1 ? 'ranking.nearest' : 'ranking.leastCost', { level: rule.level })}{' '}
        {t(rule.lights ? 'ranking.lights' : 'ranking.noLights')}
      </p>
      <p>
        {t('ranking.weights')}:{' '}
        {rule.weights.map(({ part, perUnit }, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            {tCode('cost', part)} × {number(perUnit, perUnit < 10 ? 2 : 0)}
          </Fragment>
        ))}
      </p>
      <p className="quiet">
        {t('ranking.values', {
          retask: span(rule.retaskSeconds),
          soon: span(rule.soonSeconds),
          old: span(rule.positionOldSeconds),
          lost: span(rule.positionLostSeconds),
        })}
      </p>
    </section>
  );
}
