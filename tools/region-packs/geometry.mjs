/**
 * Plane geometry on GeoJSON polygons in degrees, good to a few metres at Swedish latitudes.
 *
 * Positions are `[longitude, latitude]` as in GeoJSON. Distances are kilometres.
 */

const KM_PER_DEGREE = 111.195;

/** The polygons of a Polygon or MultiPolygon geometry, each a list of rings. */
export function polygonsOf(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** True when the ray-casting rule puts the point inside the ring. */
function ringContains(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** True when the point lies in one of the polygons and in none of its holes. */
export function contains(geometry, point) {
  return polygonsOf(geometry).some(
    ([outer, ...holes]) =>
      ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point)),
  );
}

/** Kilometres between two points, on a sphere of radius 6 371 km. */
export function kilometresBetween([ax, ay], [bx, by]) {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((by - ay) * radians) / 2) ** 2 +
    Math.cos(ay * radians) * Math.cos(by * radians) * Math.sin(((bx - ax) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** Kilometres from the point to the nearest edge of the geometry, inside or outside. */
export function kilometresToEdge(geometry, point) {
  let nearest = Infinity;
  for (const polygon of polygonsOf(geometry)) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        nearest = Math.min(nearest, kilometresToSegment(point, ring[i - 1], ring[i]));
      }
    }
  }
  return nearest;
}

function kilometresToSegment([x, y], from, to) {
  const east = Math.cos((y * Math.PI) / 180) * KM_PER_DEGREE;
  const ax = (from[0] - x) * east;
  const ay = (from[1] - y) * KM_PER_DEGREE;
  const dx = (to[0] - x) * east - ax;
  const dy = (to[1] - y) * KM_PER_DEGREE - ay;
  const along = -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/** Kilometres from the point to the geometry: 0 inside. */
export function kilometresTo(geometry, point) {
  return contains(geometry, point) ? 0 : kilometresToEdge(geometry, point);
}

/** `[west, south, east, north]` of a polygon geometry. */
export function boundsOf(geometry) {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygonsOf(geometry)) {
    for (const [x, y] of polygon[0]) {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
}

/** How many positions the geometry is drawn with. */
export function pointCount(geometry) {
  return polygonsOf(geometry).flat().reduce((sum, ring) => sum + ring.length, 0);
}

/** A regular polygon of `corners` corners and `radiusKm` around the point. */
export function circleAround([x, y], radiusKm, corners = 16) {
  const east = Math.cos((y * Math.PI) / 180) * KM_PER_DEGREE;
  const ring = Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners;
    return [
      round4(x + (radiusKm * Math.cos(angle)) / east),
      round4(y + (radiusKm * Math.sin(angle)) / KM_PER_DEGREE),
    ];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

/** The number with at most four decimals: about ten metres, the precision of every pack. */
export function round4(value) {
  return Math.round(value * 1e4) / 1e4;
}
