import type { Problem } from '../api/client';
import type { Incident } from '../api/contract';
import type { Actions } from '../dispatch/actions';
import { t } from '../text';
import type { Level, TypeEvent } from './contract';

/**
 * Words of a call that tell what sort of event it is; the first sort that is met decides. A word
 * is met whole: `=` before it; others are met by their beginning, since Swedish puts words together
 * (`buss` in `busskrasch`, but never `ras` in `krasch` or `gas` in `magasin`).
 */
const WORDS: readonly (readonly [TypeEvent, string])[] = [
  ['TRAIN', 'tåg tågolycka järnväg spårvagn tunnelbane =train =trains railway derail'],
  ['SHIP', 'färja färje fartyg =båt båten båtolycka kryssning ferry =ship shipwreck'],
  [
    'CBRN',
    'klor klorgas ammoniak =gas gasen gasutsläpp gasläck gasmoln giftgas kemi strålning ' +
      'radioaktiv smittämne nervgas =chlorine =chemical =chemicals radiation radioactive',
  ],
  ['ARMED_ATTACK', 'robotattack robotanfall drönar =bomb bomben bombad missil missile =drone'],
  [
    'LETHAL_VIOLENCE',
    'skjutning skjuter skjuten skjutit skottloss skottskad skottdrama =skott kniv knivhugg ' +
      'dödligt våldsdåd =shooting =shot =stabbed =stabbing',
  ],
  [
    'BUILDING_COLLAPSE',
    '=ras raset rasat rasad rasade rasar husras takras skred jordskred kollaps =collapse ' +
      '=collapsed',
  ],
  ['BURNS', 'brand =brinner explosion exploder brännskad eldsvåda =fire =burns =burning'],
  ['BUS_CRASH', 'buss trafikolyck =bus =coach'],
];

/** Words that begin as one of those do and mean something else. */
const OTHERS = new Set(['brandman', 'brandmän', 'kemist', 'skottland', 'bussig']);

function isMet(said: readonly string[], words: string): boolean {
  return words
    .split(' ')
    .some((word) =>
      word.startsWith('=')
        ? said.includes(word.slice(1))
        : said.some((one) => one.startsWith(word) && !OTHERS.has(one)),
    );
}

/** What sort of event the case sounds like; OTHER when nothing says. */
export function typeOf({ indexCode, description, notes }: Incident): TypeEvent {
  const text = [indexCode, description, ...notes.map((one) => one.text)].join(' ').toLowerCase();
  const said = text.split(/[^\p{L}\p{N}]+/u);
  return WORDS.find(([, words]) => isMet(said, words))?.[0] ?? 'OTHER';
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
