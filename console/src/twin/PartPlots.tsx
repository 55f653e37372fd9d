import { useState } from 'react';
import type { RegionPack } from '../api/contract';
import { Select } from '../design/Fields';
import { t } from '../text';
import { AreaMap, type AreaChange } from './AreaMap';
import type { Cell, Column, Comparison } from './contract';
import { IntervalPlot } from './IntervalPlot';
import { scaleOf } from './scale';
import { toneOf } from './tone';

const TITLES = { area: 'twin.areas', region: 'twin.regions', type: 'twin.types' } as const;

interface Props {
  readonly comparison: Comparison;
  readonly region: RegionPack;
  /** What is told apart: municipalities, regions in a scenario of several, or types of calls. */
  readonly by: keyof typeof TITLES;
}

/** One measure of each part: bars with intervals, and of places the differences on a map. */
export function PartPlots({ comparison, region, by }: Props) {
  const { measures, scenarios } = comparison;
  const kinds = [
    ...new Map(
      measures
        .filter((measure) => measure[by] !== undefined)
        .map((measure) => [keyOf(measure), measure] as const),
    ),
  ];
  const [wanted, setWanted] = useState('');
  const [with_, setWith] = useState(Math.min(1, scenarios.length - 1));
  const chosen = kinds.find(([key]) => key === wanted) ?? kinds[0];
  const scenario = scenarios[with_];
  if (!chosen || !scenario) return null;
  const [key, measure] = chosen;
  const rows = measures
    .map((one, at) => ({ name: one[by] ?? '', key: keyOf(one), cell: scenario.cells[at] }))
    .filter((one) => one.key === key && one.name !== '');
  return (
    <section className="pane stack" aria-label={t(TITLES[by])}>
      <h2>{t(TITLES[by])}</h2>
      <div className="twin-fields">
        <Select
          label={t('twin.measure')}
          value={key}
          onChange={setWanted}
          options={kinds.map(([one, { name, unit }]) => [one, `${name}, ${unit}`])}
        />
        <Select
          label={t('twin.scenario')}
          value={String(with_)}
          onChange={(one) => setWith(Number(one))}
          options={scenarios.map(({ title }, s) => [String(s), `${s + 1}. ${title}`])}
        />
      </div>
      <p className="print-only">{`${measure.name}, ${measure.unit}: ${scenario.title}`}</p>
      <div className="twin-areas">
        <PartTable rows={rows} measure={measure} by={by} />
        {with_ > 0 && by !== 'type' && (
          <AreaMap
            region={region}
            changes={rows.map(({ name, cell }): AreaChange => ({
              name,
              cell,
              tone: toneOf(measure.kind, cell?.kind),
            }))}
            unit={measure.unitOfChange}
          />
        )}
      </div>
    </section>
  );
}

function keyOf({ kind, level }: Column): string {
  return `${kind} ${level ?? 0}`;
}

interface TableProps {
  readonly rows: readonly { readonly name: string; readonly cell: Cell | undefined }[];
  readonly measure: Column;
  readonly by: Props['by'];
}

function PartTable({ rows, measure, by }: TableProps) {
  const scale = scaleOf(
    rows.map(({ cell }) => cell?.value),
    true,
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by key
    <div className="twin-wide" role="group" aria-label={t(TITLES[by])} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`twin.${by}`)}</th>
            <th scope="col">{measure.unit}</th>
            <th scope="col">{t('twin.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cell }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="twin-plot-cell">
                <IntervalPlot
                  range={cell?.value}
                  scale={scale}
                  line={0}
                  bar
                  tone={toneOf(measure.kind, cell?.kind)}
                />
                {cell?.value?.text ?? '–'}
              </td>
              <td>
                {cell?.change ? (
                  <span className={`verdict is-${cell.kind}`}>
                    {cell.change.text} {measure.unitOfChange}, {cell.verdict}
                  </span>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
