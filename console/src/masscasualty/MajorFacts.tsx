import { CommandButton } from '../commands/CommandButton';
import { placeName } from '../dispatch/actions';
import { useModel, useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, number } from '../text/format';
import { addressOf } from '../view/address';
import type { Level, MajorIncident } from './contract';
import { LEVELS, TYPE_EVENTS } from './contract';
import { useMajor } from './context';
import { HelpList } from './HelpForm';
import { facilityName } from './words';

/** What is known of the event and how the place is led. */
export function MajorFacts() {
  const { major } = useMajor();
  if (!major) return null;
  return (
    <section className="pane major-facts" data-help="pane.methane" aria-label={t('major.facts')}>
      <Methane major={major} />
      <Organisation major={major} />
      <h3>{t('major.help')}</h3>
      <HelpList major={major} />
      <CommandButton id="majorHelp" className="button small" />
      <Missing major={major} />
      <Collected major={major} />
    </section>
  );
}

interface Part {
  readonly major: MajorIncident;
}

/** The letters of METHANE in their order; M, that it is a major incident, is said by its being. */
export function methaneOf({
  methane,
}: Pick<MajorIncident, 'methane'>): (readonly [string, string, string])[] {
  return [
    ['E', t('methane.exactLocation'), methane?.exactLocation ?? ''],
    ['T', t('methane.type'), methane?.type ?? ''],
    ['H', t('methane.hazards'), methane?.hazards ?? ''],
    ['A', t('methane.access'), methane?.access ?? ''],
    [
      'N',
      t('methane.casualties'),
      methane?.casualties === undefined ? '' : number(methane.casualties),
    ],
    ['E', t('methane.services'), methane?.services ?? ''],
  ];
}

function Methane({ major }: Part) {
  return (
    <>
      <h3>{t('major.methane')}</h3>
      {major.methane ? (
        <dl className="methane">
          {methaneOf(major).map(([letter, name, value]) => (
            <div key={name}>
              <dt>
                <b aria-hidden>{letter}</b> {name}
              </dt>
              <dd dir="auto" className={value === '' ? 'quiet' : ''}>
                {value || t('major.unknown')}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="quiet">{t('major.noMethane')}</p>
      )}
      <CommandButton id="majorMethane" className="button small" />
    </>
  );
}

export function placeOf({ organisation }: MajorIncident): (readonly [string, string])[] {
  const { medicalLead, breakPoint, talkgroup, sectors } = organisation;
  return [
    [t('major.medicalLead'), medicalLead],
    [t('major.breakPoint'), breakPoint],
    [t('major.talkgroup'), talkgroup],
    [
      t('major.sectors'),
      sectors.map((one) => [one.name, one.lead].filter(Boolean).join(': ')).join(', '),
    ],
  ];
}

function Organisation({ major }: Part) {
  return (
    <>
      <h3>{t('major.organisation')}</h3>
      <dl className="methane">
        {placeOf(major).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto" className={value === '' ? 'quiet' : ''}>
              {value || t('major.unknown')}
            </dd>
          </div>
        ))}
      </dl>
      <CommandButton id="majorOrganise" className="button small" />
    </>
  );
}

/** How many relatives have asked for, and for how many of them they were answered; no names. */
function Missing({ major: { missing } }: Part) {
  return (
    <>
      <h3>{t('major.missing')}</h3>
      <p className={missing ? '' : 'quiet'}>
        {missing
          ? t('major.missingCount', {
              asked: number(missing.asked),
              left: number(missing.asked - missing.answered),
              time: clockTime(missing.at),
            })
          : t('major.noMissing')}
      </p>
      <CommandButton id="majorMissing" className="button small" />
    </>
  );
}

function Collected({ major }: Part) {
  const incidents = useModel((model) => model.incidents);
  return (
    <>
      <h3>
        {t('major.collected')} <span className="count">{number(major.incidents.length)}</span>
      </h3>
      <ul className="lines">
        {major.incidents.map((id) => {
          const found = incidents.get(id);
          return (
            <li key={id}>
              <a href={addressOf('desk', `incident=${encodeURIComponent(id)}`)}>
                {found ? `${found.priority} ${placeName(found)}` : id}
              </a>
            </li>
          );
        })}
      </ul>
      <CommandButton id="majorCollect" className="button small" />
    </>
  );
}

/** A report that came too late to be reckoned with. */
const OLD_REPORT = 'OldCapacityReported';

/** A line of the log in words; codes of the server are turned into the user's language. */
export function lineText(what: string, text: string, name: (facility: string) => string): string {
  const [code = '', ...rest] = text.split(': ');
  const level = LEVELS.find((one): one is Level => one === code);
  const type = what === 'TypeChanged' ? TYPE_EVENTS.find((one) => one === code) : undefined;
  const named = what === 'CapacityReported' || what === OLD_REPORT;
  const first = level
    ? t(`preparednessLevel.${level}`)
    : type
      ? t(`typeEvent.${type}`)
      : named
        ? name(code)
        : code;
  const said = [first, ...rest].join(': ');
  if (what === OLD_REPORT) return [said, t('major.oldReport')].join(' · ');
  return [tCode('entry', what), said].filter(Boolean).join(' · ');
}

/** What was decided and told, the newest first. */
export function DecisionLog() {
  const { major } = useMajor();
  const { region } = useShared();
  if (!major) return null;
  const name = (facility: string) => facilityName(region, facility);
  return (
    <section className="pane major-log" data-help="pane.decisions" aria-label={t('major.log')}>
      <header className="pane-head">
        <h2>{t('major.log')}</h2>
      </header>
      {/* The log may be longer than its pane, and is then moved by the arrows. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className="lines" tabIndex={0} aria-label={t('major.log')}>
        {major.log.toReversed().map((line, index) => (
          <li key={`${line.at} ${index}`}>
            <time>{clockTime(line.at)}</time>
            <span dir="auto">
              {lineText(line.what, line.text, name)} <span className="quiet">{line.by}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
