import { Button } from 'react-aria-components';
import { Select, TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import { clock, withUnit, type ShownUnit } from './changes';
import type { BaseUnit, Hours } from './contract';
import type { FormProps } from './Forms';

/** Kinds that the twin sends to calls. */
const KINDS = ['AMBULANCE', 'TRANSPORT_AMBULANCE', 'LIGHT_CARE_AMBULANCE'];

/** A crew works in more shifts than this nowhere. */
const SHIFTS_MAX = 8;

interface Props extends FormProps {
  readonly unit: ShownUnit;
  readonly onRename: (id: string) => void;
}

/** What a unit is, where it belongs and when it is manned. */
export function UnitFields({ tree, base, onChange, errorAt, unit, onRename }: Props) {
  const path = `units.${unit.at}`;
  const set = (change: Partial<BaseUnit>) => onChange(withUnit(tree, unit, change));
  const kinds = KINDS.includes(unit.kind) ? KINDS : [...KINDS, unit.kind];
  return (
    <div className="twin-unit-fields">
      <div className="twin-fields">
        {unit.mark === 'ADDED' && (
          <TextInput
            label={t('change.unitName')}
            value={unit.id}
            error={errorAt(`${path}.add`)}
            onChange={(id) => {
              set({ id });
              onRename(id);
            }}
            maxLength={20}
            required
          />
        )}
        <Select
          label={t('change.kind')}
          value={unit.kind}
          error={errorAt(`${path}.kind`)}
          onChange={(kind) => set({ kind })}
          options={kinds.map((one) => [one, tCode('kind', one)])}
        />
        <Select
          label={t('change.belongs')}
          value={unit.station}
          error={errorAt(`${path}.station`)}
          onChange={(station) => set({ station })}
          options={(base?.stations ?? []).map(({ id, name }) => [id, name])}
        />
      </div>
      {unit.shifts.map((shift, at) => (
        <ShiftFields
          key={at}
          shift={shift}
          number={at + 1}
          path={`${path}.shifts.${at}`}
          errorAt={errorAt}
          onChange={(next) => set({ shifts: unit.shifts.with(at, next) })}
          onRemove={
            unit.shifts.length > 1 ? () => set({ shifts: unit.shifts.toSpliced(at, 1) }) : undefined
          }
        />
      ))}
      {unit.shifts.length < SHIFTS_MAX && (
        <Button
          className="button small"
          onPress={() => {
            const from = clock(unit.shifts.at(-1)?.to) || '08:00';
            const next = { days: 'MON-SUN', from, to: '18:00' };
            set({ shifts: [...unit.shifts, next] });
          }}
        >
          {t('change.addShift')}
        </Button>
      )}
    </div>
  );
}

const DAYS = ['MON-SUN', 'MON-FRI', 'SAT-SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const TIMES = [
  ['from', 'from'],
  ['to', 'to'],
  ['mealFrom', 'meal-from'],
  ['mealTo', 'meal-to'],
] as const;

interface ShiftProps {
  readonly shift: Hours;
  readonly number: number;
  readonly path: string;
  readonly errorAt: (path: string) => string;
  readonly onChange: (shift: Hours) => void;
  readonly onRemove: (() => void) | undefined;
}

export function ShiftFields({ shift, number, path, errorAt, onChange, onRemove }: ShiftProps) {
  const days = DAYS.includes(shift.days) ? DAYS : [...DAYS, shift.days];
  const wrong = [path, `${path}.days`, ...TIMES.map(([, key]) => `${path}.${key}`)]
    .map(errorAt)
    .find((text) => text !== '');
  return (
    <div className="twin-shift" role="group" aria-label={t('change.shift', { number })}>
      <Select
        label={t('change.days')}
        value={shift.days}
        onChange={(one) => onChange({ ...shift, days: one })}
        options={days.map((one) => [one, tCode('weekdays', one)])}
      />
      {TIMES.map(([name]) => (
        <label key={name} className="field">
          {t(`change.${name}`)}
          <input
            type="time"
            value={clock(shift[name])}
            onChange={({ target }) => onChange({ ...shift, [name]: target.value })}
          />
        </label>
      ))}
      {onRemove && (
        <Button
          className="button small"
          aria-label={t('change.removeShift', { number })}
          onPress={onRemove}
        >
          {t('change.remove')}
        </Button>
      )}
      {wrong && <p className="error">{wrong}</p>}
    </div>
  );
}
