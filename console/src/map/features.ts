import type { Incident, PositionReport, Unit } from '../api/contract';
import { LETTERS } from '../fleet/letters';
import { levelOf, type Scale } from '../model/lists';

type Features = GeoJSON.FeatureCollection<GeoJSON.Point>;

/** Colour groups of units on the map: what a dispatcher looks for first. */
export type UnitTone = 'free' | 'bound' | 'out';

/** Open cases that have a position. */
export function incidentFeatures(
  incidents: Iterable<Incident>,
  scale: Scale,
  selected: string | null,
): Features {
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  for (const incident of incidents) {
    const position = incident.location.position;
    if (!position || incident.phase === 'CLOSED' || incident.duplicateOf) continue;
    const level = levelOf(scale, incident.priority);
    features.push(
      point(position, {
        id: incident.id,
        image: `priority-${level}-${incident.phase === 'WAITING' ? 'waiting' : 'assigned'}`,
        order: level + (incident.phase === 'WAITING' ? 0 : 10),
        selected: incident.id === selected,
      }),
    );
  }
  return { type: 'FeatureCollection', features };
}

/** Units on duty that have reported a position. */
export function unitFeatures(
  units: ReadonlyMap<string, Unit>,
  positions: ReadonlyMap<string, PositionReport>,
  selected: string | null,
): Features {
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  for (const report of positions.values()) {
    const unit = units.get(report.unit);
    if (!unit || unit.status === 'OFF_DUTY') continue;
    features.push(
      point(report.position, {
        id: unit.id,
        tone: toneOf(unit),
        label: `${LETTERS[unit.status]} ${unit.callSign}`,
        letter: LETTERS[unit.status],
        selected: unit.id === selected,
      }),
    );
  }
  return { type: 'FeatureCollection', features };
}

function toneOf(unit: Unit): UnitTone {
  if (unit.status === 'AVAILABLE') return 'free';
  return unit.status === 'UNAVAILABLE' ? 'out' : 'bound';
}

export function point(
  { lat, lon }: { lat: number; lon: number },
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature<GeoJSON.Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}
