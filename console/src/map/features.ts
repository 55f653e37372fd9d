import type { Incident, PositionReport, Unit } from '../api/contract';
import { LETTERS } from '../fleet/letters';
import { drives } from '../fleet/rides';
import { levelOf, type Scale } from '../model/lists';
import type { Mark } from './markers';

/** Stands on the map for who drives a care transport (vårdtransport); no status has it. */
const TRANSPORT = 'V';

/** Colour groups of units on the map: what a dispatcher looks for first. */
export type UnitTone = 'free' | 'bound' | 'out';

/** Open cases that have a position; the most urgent last, on top. */
export function incidentMarks(incidents: Iterable<Incident>, scale: Scale): Mark[] {
  const marks: { order: number; mark: Mark }[] = [];
  for (const incident of incidents) {
    const position = incident.location.position;
    if (!position || incident.phase === 'CLOSED' || incident.duplicateOf) continue;
    const level = levelOf(scale, incident.priority);
    const waits = incident.phase === 'WAITING';
    const sprite = `priority-${level}-${waits ? 'waiting' : 'assigned'}`;
    const mark: Mark = {
      id: incident.id,
      kind: 'incident',
      sprite,
      letter: '',
      label: '',
      ...position,
    };
    marks.push({ order: level + (waits ? 0 : 10), mark });
  }
  return marks.sort((a, b) => b.order - a.order).map(({ mark }) => mark);
}

/** Units on duty that have reported a position. */
export function unitMarks(
  units: ReadonlyMap<string, Unit>,
  positions: ReadonlyMap<string, PositionReport>,
): Mark[] {
  const marks: Mark[] = [];
  for (const report of positions.values()) {
    const unit = units.get(report.unit);
    if (!unit || unit.status === 'OFF_DUTY') continue;
    const letter = drives(unit) ? TRANSPORT : LETTERS[unit.status];
    marks.push({
      id: unit.id,
      kind: 'unit',
      sprite: toneOf(unit),
      letter,
      label: `${letter} ${unit.callSign}`,
      lat: report.position.lat,
      lon: report.position.lon,
    });
  }
  return marks;
}

function toneOf(unit: Unit): UnitTone {
  if (unit.status === 'AVAILABLE') return drives(unit) ? 'bound' : 'free';
  return unit.status === 'UNAVAILABLE' ? 'out' : 'bound';
}

export function point(
  { lat, lon }: { lat: number; lon: number },
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature<GeoJSON.Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}
