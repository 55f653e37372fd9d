// Land and water as a grid of cells about 0.55 km wide, from the offline map's own layers.
import { readFileSync } from "node:fs";

const SOUTH = 54.5;
const NORTH = 70.2;
const WEST = 8;
const EAST = 32;
const LAT_STEP = 0.005;
const LON_STEP = 0.01;
const ROWS = Math.round((NORTH - SOUTH) / LAT_STEP);
const COLUMNS = Math.round((EAST - WEST) / LON_STEP);

/** Whether there is land at a position, by the map in `folder`. */
export function landMask(folder) {
  const cells = new Uint8Array(ROWS * COLUMNS);
  fill(cells, `${folder}/land.geojson`, 1);
  fill(cells, `${folder}/water.geojson`, 0);
  return (lat, lon) => {
    const row = Math.floor((lat - SOUTH) / LAT_STEP);
    const column = Math.floor((lon - WEST) / LON_STEP);
    return cells[row * COLUMNS + column] === 1;
  };
}

/** Longest unbroken stretch of water on the straight line between two positions, in km. */
export function wetKm(land, a, b, km) {
  const steps = Math.max(2, Math.ceil(km / 0.25));
  let run = 0;
  let longest = 0;
  for (let i = 1; i < steps; i++) {
    const share = i / steps;
    const lat = a.lat + share * (b.lat - a.lat);
    const lon = a.lon + share * (b.lon - a.lon);
    run = land(lat, lon) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return (longest * km) / steps;
}

function fill(cells, file, value) {
  for (const feature of JSON.parse(readFileSync(file, "utf8")).features) {
    const { type, coordinates } = feature.geometry ?? { type: "Polygon", coordinates: [] };
    for (const polygon of type === "Polygon" ? [coordinates] : coordinates) {
      fillPolygon(cells, polygon, value);
    }
  }
}

/** Even-odd by rows: between the first and second crossing of a row, the third and fourth, … */
function fillPolygon(cells, rings, value) {
  const crossings = new Map();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      cross(crossings, ring[i], ring[i + 1]);
    }
  }
  for (const [row, xs] of crossings) {
    xs.sort((p, q) => p - q);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil((xs[i] - WEST) / LON_STEP - 0.5));
      const to = Math.min(COLUMNS - 1, Math.floor((xs[i + 1] - WEST) / LON_STEP - 0.5));
      if (from <= to) cells.fill(value, row * COLUMNS + from, row * COLUMNS + to + 1);
    }
  }
}

function cross(crossings, p, q) {
  const [low, high] = p[1] < q[1] ? [p, q] : [q, p];
  const first = Math.max(0, Math.ceil((low[1] - SOUTH) / LAT_STEP - 0.5));
  const last = Math.min(ROWS - 1, Math.ceil((high[1] - SOUTH) / LAT_STEP - 0.5) - 1);
  for (let row = first; row <= last; row++) {
    const lat = SOUTH + (row + 0.5) * LAT_STEP;
    const x = low[0] + ((lat - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
    const xs = crossings.get(row);
    if (xs) xs.push(x);
    else crossings.set(row, [x]);
  }
}
