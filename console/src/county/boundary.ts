/** Whether a place lies within a border, by counting crossings of a line to the east of it. */
export function isInside(
  { lat, lon }: { readonly lat: number; readonly lon: number },
  border: GeoJSON.Geometry,
): boolean {
  if (border.type === 'Polygon') return inPolygon(lat, lon, border.coordinates);
  if (border.type !== 'MultiPolygon') return false;
  return border.coordinates.some((one) => inPolygon(lat, lon, one));
}

/** Inside the outer ring and in none of the holes: an odd number of rings around it. */
function inPolygon(lat: number, lon: number, rings: GeoJSON.Position[][]): boolean {
  return rings.filter((ring) => inRing(lat, lon, ring)).length % 2 === 1;
}

function inRing(lat: number, lon: number, ring: GeoJSON.Position[]): boolean {
  let inside = false;
  ring.forEach(([x = 0, y = 0], index) => {
    const [beforeX = 0, beforeY = 0] = ring.at(index - 1) ?? [];
    if (y > lat === beforeY > lat) return;
    const crossing = x + ((lat - y) / (beforeY - y)) * (beforeX - x);
    if (lon < crossing) inside = !inside;
  });
  return inside;
}
