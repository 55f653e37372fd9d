import type { Problem } from '../api/client';
import type { Incident } from '../api/contract';
import type { Actions } from '../dispatch/actions';
import { t } from '../text';
import type { Level, TypeEvent } from './contract';

/** Words of a call that tell what sort of event it is; the first that is met decides. */
const WORDS: readonly (readonly [TypeEvent, RegExp])[] = [
  ['TRAIN', /tåg|järnväg|spårvagn|train/],
  ['SHIP', /färja|fartyg|båt|ferry|ship/],
  ['CBRN', /klor|gas|kemi|strål|smitta|chlor|chemical|radiat/],
  ['ARMED_ATTACK', /robot|drönare|bomb|missile|drone/],
  ['LETHAL_VIOLENCE', /skjut|skott|kniv|knivhugg|våld|shoot|stabb/],
  ['BUILDING_COLLAPSE', /ras|kollaps|tak har gett|collaps/],
  ['BURNS', /brand|brinner|explosion|brännskad|fire|burn/],
  ['BUS_CRASH', /buss|bus\b|trafik/],
];

/** What sort of event the case sounds like; OTHER when nothing says. */
export function typeOf({ indexCode, description, notes }: Incident): TypeEvent {
  const said = [indexCode, description, ...notes.map((one) => one.text)].join(' ').toLowerCase();
  return WORDS.find(([, words]) => words.test(said))?.[0] ?? 'OTHER';
}

/**
 * Declares a major incident from a case at once, at the lowest level; undone, it is ended with a
 * reason that says so. Nothing else happens by it: no unit moves.
 */
export function declare(
  actions: Actions,
  incident: Incident,
  type: TypeEvent = typeOf(incident),
  level: Level = 'STAFF',
): Promise<Problem | null> {
  let made = '';
  const undo = () => {
    const body = { reason: t('major.undeclared') };
    void actions.onMajor(`${encodeURIComponent(made)}/ending`, body, t('major.ended'));
  };
  const done = t('major.declaredDone', {
    type: t(`typeEvent.${type}`),
    level: t(`preparednessLevel.${level}`),
  });
  return actions.onMajor('', { incident: incident.id, type, level }, done, undo, (answer) => {
    made = answer.id;
  });
}
