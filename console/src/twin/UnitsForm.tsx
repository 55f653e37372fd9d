import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Select } from '../design/Fields';
import { t, tCode } from '../text';
import {
  clock,
  freeName,
  newUnit,
  restored,
  shownUnits,
  withoutUnit,
  withUnit,
  withUnitItem,
  type ShownUnit,
} from './changes';
import type { FormProps } from './Forms';
import { UnitFields } from './UnitFields';

/** No station has this id. */
const ALL = '*';

interface Props extends FormProps {
  /** The station whose units are shown beside those changed, or ALL; empty for none. */
  readonly station: string;
  readonly onStation: (id: string) => void;
}

/** The units: added, removed, moved, and manned otherwise. */
export function UnitsForm(props: Props) {
  const { tree, base, onChange, errorAt, station, onStation } = props;
  const [open, setOpen] = useState('');
  if (!base) return null;
  const units = shownUnits(tree, base);
  const shown = units.filter(
    ({ mark, station: at }) => mark !== 'SAME' || station === ALL || at === station,
  );
  const add = () => {
    const at = base.stations.find(({ id }) => id === station) ?? base.stations[0];
    onChange(withUnitItem(tree, -1, newUnit(units, at?.id ?? '')));
    setOpen(freeName(units));
  };
  return (
    <fieldset className="twin-units">
      <legend>{t('change.units')}</legend>
      <div className="twin-fields">
        <Select
          label={t('change.station')}
          value={station}
          onChange={onStation}
          options={[
            ['', t('change.onlyChanged')],
            [ALL, t('change.allStations')],
            ...base.stations.map(({ id, name }) => [id, name] as const),
          ]}
        />
        <Button className="button" onPress={add}>
          {t('change.addUnit')}
        </Button>
        {base.stations.some(({ id }) => id === station) && <MoveHere units={units} {...props} />}
      </div>
      {shown.length === 0 && (
        <p className="quiet">{t(station ? 'change.noUnits' : 'change.chooseStation')}</p>
      )}
      <ul>
        {shown.map((unit) => (
          <Row
            // A place in the file, so that a unit that is renamed keeps the focus in its name.
            key={unit.mark === 'ADDED' ? `at ${unit.at}` : unit.id}
            {...props}
            unit={unit}
            open={open === unit.id}
            error={errorAt(`units.${unit.at}`)}
            onOpen={(id) => setOpen(id)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

/** A unit of another station that is to stand at this one. */
function MoveHere({ units, tree, station, onChange }: Props & { units: readonly ShownUnit[] }) {
  const others = units.filter((unit) => unit.station !== station && unit.mark !== 'REMOVED');
  return (
    <Select
      label={t('change.moveHere')}
      value=""
      onChange={(id) => {
        const unit = others.find((one) => one.id === id);
        if (unit) onChange(withUnit(tree, unit, { station }));
      }}
      options={[
        ['', t('transport.choose')],
        ...others.map(({ id, kind }) => [id, `${id} ${tCode('kind', kind)}`] as const),
      ]}
    />
  );
}

interface RowProps extends FormProps {
  readonly unit: ShownUnit;
  readonly open: boolean;
  readonly error: string;
  readonly onOpen: (id: string) => void;
}

function Row({ unit, open, error, onOpen, ...form }: RowProps) {
  const { tree, base, onChange } = form;
  const { id, mark } = unit;
  const name = base?.stations.find((one) => one.id === unit.station)?.name ?? unit.station;
  return (
    <li className={`twin-unit is-${mark}`}>
      <div className="twin-unit-row">
        <b>{id}</b>
        <span>
          {tCode('kind', unit.kind)}, {name}
          <span className="quiet">
            {' '}
            {unit.shifts.map((one) => `${clock(one.from)}–${clock(one.to)}`).join(', ')}
          </span>
        </span>
        {mark !== 'SAME' && <span className="twin-mark">{t(`unitMark.${mark}`)}</span>}
        <span className="gap" />
        {mark !== 'REMOVED' && (
          <Button
            className="button small"
            aria-expanded={open}
            aria-label={t('change.editUnit', { id })}
            onPress={() => onOpen(open ? '' : id)}
          >
            {t(open ? 'change.done' : 'change.edit')}
          </Button>
        )}
        {mark !== 'REMOVED' && (
          <Button
            className="button small"
            aria-label={t('change.removeUnit', { id })}
            onPress={() => onChange(withoutUnit(tree, unit))}
          >
            {t('change.remove')}
          </Button>
        )}
        {mark !== 'SAME' && mark !== 'ADDED' && (
          <Button
            className="button small"
            aria-label={t('change.restoreUnit', { id })}
            onPress={() => onChange(restored(tree, unit))}
          >
            {t('change.restore')}
          </Button>
        )}
      </div>
      {error && <p className="error">{error}</p>}
      {open && mark !== 'REMOVED' && <UnitFields {...form} unit={unit} onRename={onOpen} />}
    </li>
  );
}
