import type { RegionPack, RegionSummary } from '../api/contract';
import { t } from '../text';

interface Props {
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
}

/** The region that is shown, and a choice of another where the person has several. */
export function RegionChoice({ region, regions, onRegion }: Props) {
  if (regions.length < 2) return <b className="region">{region.name}</b>;
  return (
    <select
      className="region"
      aria-label={t('region.label')}
      value={region.code}
      onChange={(event) => onRegion(event.target.value)}
    >
      {regions.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
