import { Button } from 'react-aria-components';
import { Select, TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import type { Hours, Tree, Value } from './contract';
import { decimal, type FormProps } from './Forms';
import { asHours, shiftTree } from './changes';
import { isTree, itemsAt, textAt, textsAt, withKey, withTree } from './scenario';
import { ShiftFields } from './UnitFields';

const POLICIES = ['air-to-road', 'air-to-taxi', 'light-care'];
const KINDS = ['light-care-ambulance', 'transport-ambulance', 'ambulance'];

/** In the words of the file, with what each is called on the page. */
const FIGURES = [
  ['orders-per-weekday', 'orders'],
  ['right', 'right'],
  ['keep-cover', 'keepCover'],
  ['assessment-cars', 'assessmentCars'],
  ['helicopters', 'helicopters'],
] as const;

/** A crew on weekdays, as the review has it. */
const BY_DAY: Hours = { days: 'MON-FRI', from: '07:30', to: '16:30' };

/** Care transports: whether wards order any, and what is decided about them. */
export function RidesForm({ tree, base, onChange, errorAt }: FormProps) {
  const part = tree['rides'];
  const rides = isTree(part) ? part : {};
  const inBase = base?.rides === true;
  const on = inBase || part !== undefined;
  // Taken away are the changes; what the base has stays.
  const set = (next: Tree | undefined) => onChange(withTree(tree, 'rides', next));
  const change = (key: string, value: Value | undefined) => {
    const next = withKey(rides, key, value);
    set(inBase && Object.keys(next).length === 0 ? undefined : next);
  };
  const field = { rides, errorAt, change };
  return (
    <fieldset className="twin-rides">
      <legend>{t('change.rides')}</legend>
      {inBase ? (
        <p className="quiet">{t('change.ridesInBase')}</p>
      ) : (
        <label className="check">
          <input
            type="checkbox"
            checked={on}
            onChange={({ target }) => set(target.checked ? {} : undefined)}
          />
          {t('change.ridesOn')}
        </label>
      )}
      {errorAt('rides') && <p className="error">{errorAt('rides')}</p>}
      {on && (
        <>
          <div className="twin-fields">
            {FIGURES.map(([key, name]) => (
              <TextInput
                key={key}
                label={t(`change.${name}`)}
                hint={t(`change.${name}Hint`)}
                value={textAt(rides, key)}
                error={errorAt(`rides.${key}`)}
                onChange={(text) => change(key, decimal(text))}
                maxLength={12}
              />
            ))}
            <CommandFields {...field} />
          </div>
          <PolicyFields {...field} />
          <LightCareFields {...field} />
        </>
      )}
    </fieldset>
  );
}

interface PartProps {
  readonly rides: Tree;
  readonly errorAt: (path: string) => string;
  readonly change: (key: string, value: Value | undefined) => void;
}

/** Hours when inner command is on duty. */
function CommandFields({ rides, errorAt, change }: PartProps) {
  const was = rides['inner-command'];
  const hours = isTree(was) ? was : {};
  const wrong = ['', '.from', '.to']
    .map((end) => errorAt(`rides.inner-command${end}`))
    .find((text) => text !== '');
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field">
          {t(end === 'from' ? 'change.commandFrom' : 'change.commandTo')}
          <input
            type="time"
            value={textAt(hours, end)}
            aria-invalid={wrong !== undefined}
            onChange={({ target }) => change('inner-command', withKey(hours, end, target.value))}
          />
        </label>
      ))}
      {wrong && <p className="error">{wrong}</p>}
    </>
  );
}

/** What has been decided. */
function PolicyFields({ rides, errorAt, change }: PartProps) {
  const decided = textsAt(rides, 'policies');
  const wrong = [
    errorAt('rides.policies'),
    ...decided.map((_, at) => errorAt(`rides.policies.${at}`)),
  ].find((text) => text !== '');
  return (
    <div role="group" aria-label={t('change.policies')} className="twin-policies">
      <p>{t('change.policies')}</p>
      {POLICIES.map((one) => (
        <label key={one} className="check">
          <input
            type="checkbox"
            checked={decided.includes(one)}
            onChange={({ target }) => {
              const others = decided.filter((policy) => policy !== one);
              change('policies', target.checked ? [...others, one] : others);
            }}
          />
          {tCode('ridePolicy', one)}
        </label>
      ))}
      {wrong && <p className="error">{wrong}</p>}
    </div>
  );
}

/** The light-care ambulance: as in the base, none, or one more. */
function LightCareFields({ rides, errorAt, change }: PartProps) {
  const was = rides['light-care'];
  const own = isTree(was) ? was : undefined;
  const shifts = own ? itemsAt(own, 'shifts').map(asHours) : [];
  const path = 'rides.light-care';
  const set = (next: Tree) => change('light-care', next);
  const setShifts = (next: readonly Hours[]) => set({ ...own, shifts: next.map(shiftTree) });
  return (
    <>
      <div className="twin-fields">
        <Select
          label={t('change.lightCare')}
          value={own ? 'own' : textAt(rides, 'light-care')}
          error={errorAt(path)}
          onChange={(one) =>
            change('light-care', one === 'own' ? { shifts: [shiftTree(BY_DAY)] } : one)
          }
          options={[
            ['', t('change.asBase')],
            ['none', t('change.lightCareNone')],
            ['own', t('change.lightCareMore')],
          ]}
        />
        {own && (
          <Select
            label={t('change.kind')}
            value={textAt(own, 'kind') || 'light-care-ambulance'}
            error={errorAt(`${path}.kind`)}
            onChange={(kind) => set({ ...own, kind })}
            options={KINDS.map((one) => [
              one,
              tCode('kind', one.toUpperCase().replaceAll('-', '_')),
            ])}
          />
        )}
      </div>
      {shifts.map((shift, at) => (
        <ShiftFields
          key={at}
          shift={shift}
          number={at + 1}
          path={`${path}.shifts.${at}`}
          errorAt={errorAt}
          onChange={(next) => setShifts(shifts.with(at, next))}
          onRemove={shifts.length > 1 ? () => setShifts(shifts.toSpliced(at, 1)) : undefined}
        />
      ))}
      {own && (
        <Button className="button small" onPress={() => setShifts([...shifts, BY_DAY])}>
          {t('change.addShift')}
        </Button>
      )}
    </>
  );
}
