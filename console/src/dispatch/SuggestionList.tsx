import type { Incident, RecommendedUnit } from '../api/contract';
import { useCommands, give } from '../commands/useCommands';
import { CommandButton } from '../commands/CommandButton';
import { commandById, type CommandId } from '../commands/table';
import { StatusMark } from '../fleet/StatusMark';
import { caseOf } from '../fleet/caseOf';
import { useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, kilometres, span } from '../text/format';
import { placeName } from './actions';
import { costText, effectTexts, rivalryText } from './costText';
import { lenderText, reasonText, unplacedText } from './reasonText';

const KEYS: readonly CommandId[] = ['assign1', 'assign2', 'assign3'];

/** The three units with the shortest arrival time, why each, and the key that sends it. */
export function SuggestionList({ incident }: { incident: Incident }) {
  const { recommendation } = useCommands();
  const { state, units, rivalry, unplaced, computedAt } = recommendation;
  return (
    <section aria-label={t('case.nearest')}>
      <h3>
        {t('case.nearest')}
        {computedAt && (
          <span className="quiet"> {t('case.computed', { time: clockTime(computedAt) })}</span>
        )}
        <CommandButton id="ranking" className="button small" brief />
        <CommandButton id="assignOther" className="button small" brief />
      </h3>
      {state === 'LOADING' && <p className="quiet">{t('case.nearestLoading')}</p>}
      {state === 'FAILED' && <p className="warn-ink">{t('case.nearestFailed')}</p>}
      {state === 'READY' && units?.length === 0 && (
        <p className="warn-ink">{t('case.nearestNone')}</p>
      )}
      <ol className="suggestions">
        {units?.map((one, index) => {
          const command = KEYS[index];
          return (
            command && (
              <li key={one.unit}>
                <Suggestion one={one} command={command} incident={incident} />
              </li>
            )
          );
        })}
      </ol>
      {units && unplaced.length > 0 && (
        <p className="warn-ink">{t('ranking.unplaced', { units: unplacedText(unplaced) })}</p>
      )}
      {units && rivalry && <p className="quiet">{rivalryText(rivalry, units)}</p>}
    </section>
  );
}

/** Reasons that are said in figures: what the choice does to the cover and the crew's day. */
const EFFECTS: readonly string[] = ['COVER_LOST', 'SHIFT_ENDS', 'MEAL_BREAK'];

interface Props {
  readonly one: RecommendedUnit;
  readonly command: CommandId;
  readonly incident: Incident;
}

function Suggestion({ one, command, incident }: Props) {
  const commands = useCommands();
  const { actions, region } = useShared();
  const unit = useModel((model) => model.units.get(one.unit));
  const assignments = useModel((model) => model.assignments);
  const incidents = useModel((model) => model.incidents);
  const busyWith = unit ? caseOf(unit, assignments, incidents) : undefined;
  const entry = commandById(command);
  const why = entry.blocked(commands);
  // The case it is busy with says more than that it is busy.
  const effects = effectTexts(one, unit, region.shown.mealLeastSeconds);
  const reasons = one.reasons.filter(
    ({ code }) =>
      !EFFECTS.includes(code) &&
      (code !== 'BUSY' || !busyWith) &&
      (code !== 'NEIGHBOUR' || !one.lender),
  );
  return (
    <button
      type="button"
      className="suggestion"
      aria-disabled={why !== null}
      aria-keyshortcuts={entry.key ?? undefined}
      title={why ? t(why) : t('case.assign', { callSign: one.callSign })}
      onClick={() => give(entry, commands, (text) => actions.notices.refused(text))}
    >
      <kbd>{entry.key}</kbd>
      <span className="call-sign">{one.callSign}</span>
      <span className="arrival">{one.arrivalSeconds == null ? '–' : span(one.arrivalSeconds)}</span>
      <span className="quiet number">
        {one.distanceMetres != null && kilometres(one.distanceMetres)}
      </span>
      <span>{unit && <StatusMark status={unit.status} />}</span>
      <span className="why">
        {tCode('kind', one.kind)}
        {one.lender && <b className="warn-ink"> · {lenderText(one.lender)}</b>}
        {!one.suitable && <b className="warn-ink"> · {t('case.unsuitable')}</b>}
        {busyWith && busyWith.id !== incident.id && (
          <b className="warn-ink">
            {' '}
            · {t('case.busy')}: {busyWith.priority} {placeName(busyWith)}
          </b>
        )}
        {reasons.map((reason) => (
          <span key={reason.code}> · {reasonText(reason)}</span>
        ))}
      </span>
      {effects.length > 0 && <span className="why">{effects.join(' · ')}</span>}
      <span className="why quiet" title={t('proposal.cost')}>
        {costText(one)}
      </span>
    </button>
  );
}
