import type { RegionPack, TransportRules } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { t } from '../text';
import type { End } from './draft';

interface Props {
  readonly name: 'from' | 'to';
  readonly end: End;
  readonly onChange: (end: End) => void;
  readonly region: RegionPack;
  readonly rules: TransportRules;
  readonly errorAt: (field: string) => string;
}

/** One end of the trip: a department of a facility, or a home. */
export function EndFields({ name, end, onChange, region, rules, errorAt }: Props) {
  const set = (part: Partial<End>) => onChange({ ...end, ...part });
  const known = rules.departments.filter((one) => one.facility === end.facility);
  return (
    <fieldset className="order-end" data-help="field.orderPlace">
      <legend>{t(`transport.${name}`)}</legend>
      <Choice<End['kind']>
        label={t('transport.kind')}
        value={end.kind}
        options={[
          ['WARD', t('transport.WARD')],
          ['HOME', t('transport.HOME')],
        ]}
        onChange={(kind) => set({ kind })}
      />
      {end.kind === 'WARD' ? (
        <>
          <Select
            label={t('transport.facility')}
            value={end.facility}
            onChange={(facility) => set({ facility, department: '' })}
            options={[
              ['', t('transport.choose')],
              ...region.destinations.map((one) => [one.id, one.name] as const),
            ]}
            error={errorAt(name)}
            required
          />
          {known.length > 0 ? (
            <Select
              label={t('transport.department')}
              value={end.department}
              onChange={(department) => set({ department })}
              options={[
                ['', t('transport.choose')],
                ...known.map((one) => [one.name, one.name] as const),
              ]}
              required
            />
          ) : (
            <TextInput
              label={t('transport.department')}
              value={end.department}
              onChange={(department) => set({ department })}
              maxLength={120}
              required
            />
          )}
        </>
      ) : (
        <HomeFields name={name} end={end} set={set} region={region} errorAt={errorAt} />
      )}
    </fieldset>
  );
}

interface HomeProps {
  readonly name: 'from' | 'to';
  readonly end: End;
  readonly set: (part: Partial<End>) => void;
  readonly region: RegionPack;
  readonly errorAt: (field: string) => string;
}

function HomeFields({ name, end, set, region, errorAt }: HomeProps) {
  return (
    <>
      <TextInput
        label={t('transport.address')}
        value={end.address}
        onChange={(address) => set({ address })}
        maxLength={120}
        required
      />
      <Select
        label={t('transport.town')}
        value={end.town}
        onChange={(town) => set({ town })}
        options={[
          ['', t('transport.choose')],
          ...region.places.map((one) => [one.name, one.name] as const),
        ]}
        error={errorAt(name) || errorAt(`${name}.position`)}
        required
      />
      <TextInput
        label={t('transport.floor')}
        value={end.floor}
        onChange={(floor) => set({ floor })}
        error={errorAt(`${name}.floor`)}
        inputMode="numeric"
        maxLength={3}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={end.lift}
          onChange={(event) => set({ lift: event.target.checked })}
        />
        {t('transport.lift')}
      </label>
    </>
  );
}
