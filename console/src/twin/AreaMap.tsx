import type { RegionPack } from '../api/contract';
import { t } from '../text';
import type { Cell } from './contract';
import { strength } from './scale';

/** How a measure changes in a municipality. */
export interface AreaChange {
  readonly name: string;
  readonly cell: Cell | undefined;
  readonly tone: 'better' | 'worse' | 'same';
}

interface Props {
  readonly region: RegionPack;
  readonly changes: readonly AreaChange[];
  readonly unit: string;
}

const WIDTH = 400;
const RADIUS_MIN = 5;
const RADIUS_MORE = 15;

/**
 * The differences where they are: a ring for each municipality, larger with the difference, filled
 * when it shows. Drawn as lines rather than map tiles, so that it prints as it is shown.
 */
export function AreaMap({ region, changes, unit }: Props) {
  const [west = 0, south = 0, east = 1, north = 1] = region.bounds;
  // One degree of longitude is shorter than one of latitude, as the cosine tells.
  const flat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const size = WIDTH / ((east - west) * flat);
  const height = (north - south) * size;
  const x = (lon: number) => (lon - west) * flat * size;
  const y = (lat: number) => (north - lat) * size;
  const most = Math.max(0, ...changes.map(({ cell }) => Math.abs(cell?.change?.mean ?? 0)));
  const known = region.municipalities.flatMap(({ name, position }) => {
    const change = changes.find((one) => one.name === name);
    return change ? [{ ...change, position }] : [];
  });
  // A scenario of another region has no place on this one's map.
  if (known.length === 0) return null;
  return (
    <figure className="twin-area-map">
      <svg viewBox={`-10 -10 ${WIDTH + 20} ${height + 20}`} role="img" aria-label={t('twin.mapOf')}>
        {rings(region).map((ring, at) => (
          <path
            key={at}
            d={`M${ring.map(([lon = 0, lat = 0]) => `${x(lon)} ${y(lat)}`).join('L')}Z`}
          />
        ))}
        {known.map(({ name, cell, tone, position }) => (
          <g key={name} className={`is-${tone}`}>
            <circle
              cx={x(position.lon)}
              cy={y(position.lat)}
              r={RADIUS_MIN + RADIUS_MORE * Math.abs(strength(cell?.change?.mean ?? 0, most))}
            />
            <text x={x(position.lon)} y={y(position.lat) + RADIUS_MIN + RADIUS_MORE + 12}>
              {name}
            </text>
            <title>{told(name, cell, unit)}</title>
          </g>
        ))}
      </svg>
      <figcaption className="quiet">{t('twin.mapHow')}</figcaption>
    </figure>
  );
}

function told(name: string, cell: Cell | undefined, unit: string): string {
  return `${name}: ${cell?.change?.text ?? '–'} ${unit}, ${cell?.verdict ?? ''}`;
}

function rings({ boundary }: RegionPack): GeoJSON.Position[][] {
  const border = boundary as GeoJSON.Geometry;
  if (border.type === 'Polygon') return border.coordinates;
  return border.type === 'MultiPolygon' ? border.coordinates.flat() : [];
}
