// Makes the built-in coarse road network of Sweden. How and from what: README.md beside this file.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { adjacency, gabriel, km, parts, straighten, way } from "./graph.mjs";
import { landMask, wetKm } from "./mask.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const PACKS = join(ROOT, "server/src/main/resources/regions");
const MAP = join(ROOT, "console/public/map");
const OUT = join(ROOT, "routing/src/main/resources/se/dirigent/routing/network");

/** A straight line may pass this much water in one stretch, by the 1:10 million map. */
const WET_KM_MAX = 1.5;
/** A way this many times the straight line is straightened by a road of its own. */
const STRETCH = 1.15;
/** … when the places are this near each other; farther apart nobody builds for the pair. */
const STRAIGHT_KM = 60;
/** An E-road's end this near a place is that place. */
const SAME_KM = 4;
/** How far from Sweden a neighbour's place may lie and still be in the network. */
const ABROAD_KM = 130;
const LINKS = JSON.parse(readFileSync(join(HERE, "links.json"), "utf8"));
const land = landMask(MAP);

const nodes = swedishPlaces().concat(LINKS.places.map((p) => ({ ...p, population: 0 })));
nodes.push(...placesAbroad(nodes));
const links = eRoads(nodes);
const candidates = gabriel(nodes).filter((e) => !separated(nodes[e.a], nodes[e.b], e.crow));
const edges = straighten(
  nodes,
  candidates.concat(joined(candidates)),
  STRETCH,
  STRAIGHT_KM,
  separated,
);
const factor = detour(edges);
layERoads(edges, factor);
for (const edge of edges) {
  edge.km ??= edge.crow * factor;
  edge.kind ??= kind(nodes[edge.a], nodes[edge.b]);
}
edges.push(...LINKS.links.map(link));
write();

function swedishPlaces() {
  const places = [];
  for (const file of readdirSync(PACKS).sort()) {
    if (file === "index.json") continue;
    const pack = JSON.parse(readFileSync(join(PACKS, file), "utf8"));
    for (const p of pack.places) {
      places.push({ name: p.name, population: p.population, country: "SE", ...p.position });
    }
  }
  return places;
}

/** Places of the neighbours near the border; of Denmark only Sjælland, joined by bridge. */
function placesAbroad(swedish) {
  const wanted = new Set(["Åbo", "Vasa", "Mariehamn", "Sandefjord", "Köpenhamn", "Helsingør"]);
  const features = JSON.parse(readFileSync(join(MAP, "places.geojson"), "utf8")).features;
  const places = features
    .filter((f) => ["NO", "FI", "DK", "AX"].includes(f.properties.country))
    .map((f) => ({
      name: f.properties.name,
      population: f.properties.population,
      country: f.properties.country,
      lat: f.geometry.coordinates[1],
      lon: f.geometry.coordinates[0],
    }));
  return places.filter(
    (p) =>
      wanted.has(p.name) ||
      (p.country === "NO" && swedish.some((s) => km(s, p) < ABROAD_KM)) ||
      (p.country === "FI" && p.lat > 65.5 && p.lon < 26.5) ||
      (p.country === "DK" && p.lon > 11.3 && p.lon < 12.8 && p.lat > 55.1),
  );
}

/** The published E-road links between the nodes at or near their ends; other ends become nodes. */
function eRoads(all) {
  const rows = readFileSync(join(HERE, "eroads.csv"), "utf8").trim().split("\n").slice(1);
  const at = (lat, lon) => {
    const place = { lat, lon };
    let nearest = 0;
    all.forEach((p, i) => {
      if (km(p, place) < km(all[nearest], place)) nearest = i;
    });
    if (km(all[nearest], place) <= SAME_KM) return nearest;
    all.push({ name: "", population: 0, country: "SE", lat, lon });
    return all.length - 1;
  };
  return rows
    .map((row) => row.split(",").map(Number))
    .map(([aLat, aLon, bLat, bLon, length]) => ({
      a: at(aLat, aLon),
      b: at(bLat, bLon),
      km: length,
    }))
    .filter((e) => e.a !== e.b);
}

function island(node) {
  return Object.entries(LINKS.islands).find(([, names]) => names.includes(node.name))?.[0];
}

/** Water between, or one of them is a dead end in the mountains that links.json has the road of. */
function separated(a, b, crow) {
  return a.deadEnd || b.deadEnd || island(a) !== island(b) || wetKm(land, a, b, crow) > WET_KM_MAX;
}

/** Every place on no listed island has a road: parts are joined where they come nearest. */
function joined(edges) {
  const added = [];
  for (let round = 0; round < nodes.length; round++) {
    const part = parts(nodes.length, edges.concat(added));
    const sizes = new Map();
    part.forEach((p, i) => sizes.set(p, [...(sizes.get(p) ?? []), i]));
    const small = [...sizes.values()].sort((p, q) => p.length - q.length);
    const next = small.map((members) => nearestOutside(members, part)).find((e) => e);
    if (!next) return added;
    added.push(next);
  }
  return added;
}

function nearestOutside(members, part) {
  let best = null;
  if (members.length > nodes.length / 2) return null;
  for (const a of members) {
    nodes.forEach((q, b) => {
      if (part[b] === part[a] || island(q) !== island(nodes[a]) || nodes[a].country !== q.country)
        return;
      if (nodes[a].deadEnd || q.deadEnd) return;
      const crow = km(nodes[a], q);
      if (!best || crow < best.crow) best = { a, b, crow };
    });
  }
  return best;
}

/** Median of what the E-road links are longer than the straight lines along them. */
function detour(edges) {
  const adjacent = adjacency(nodes.length, edges);
  const ratios = [];
  for (const e of links) {
    const path = way(adjacent, e.a, e.b, (edge) => edge.crow);
    if (path && e.km > 40) ratios.push(e.km / path.reduce((sum, edge) => sum + edge.crow, 0));
  }
  ratios.sort((p, q) => p - q);
  return ratios[Math.floor(ratios.length / 2)];
}

/** Gives the edges along each E-road link, longest link first, their share of its kilometres. */
function layERoads(edges, usual) {
  const adjacent = adjacency(nodes.length, edges);
  for (const e of [...links].sort((p, q) => p.km - q.km)) {
    const path = way(adjacent, e.a, e.b, (edge) => edge.crow * (edge.kind === "e" ? 0.95 : 1));
    const crow = path ? path.reduce((sum, edge) => sum + edge.crow, 0) : 0;
    const ratio = e.km / crow;
    if (path && ratio > 0.85 * usual && ratio < 1.25 * usual) {
      const free = path.filter((edge) => edge.kind !== "e");
      const laid = path.filter((edge) => edge.kind === "e").reduce((sum, x) => sum + x.km, 0);
      const rest = free.reduce((sum, edge) => sum + edge.crow, 0);
      const scale = rest > 0 ? (e.km - laid) / rest : 1;
      for (const edge of free) {
        edge.kind = "e";
        edge.km = Math.max(edge.crow, edge.crow * scale);
      }
    } else {
      edges.push({ a: e.a, b: e.b, crow: km(nodes[e.a], nodes[e.b]), km: e.km, kind: "e" });
    }
  }
}

function kind(a, b) {
  return Math.min(a.population, b.population) >= 2000 ? "main" : "minor";
}

function link(l) {
  const find = (name) => {
    const found = nodes.map((p, i) => ({ p, i })).filter(({ p }) => p.name === name);
    if (found.length === 0) throw new Error(`links.json names ${name}, which is no node`);
    return found.sort((x, y) => y.p.population - x.p.population)[0].i;
  };
  const kinds = { bridge: "e", border: "main", road: "minor", ferry: "ferry" };
  return {
    a: find(l.from),
    b: find(l.to),
    km: l.km,
    kind: kinds[l.kind],
    minutes: l.minutes ?? 0,
    waitMinutes: l.waitMinutes ?? 0,
  };
}

function write() {
  const place = (p) =>
    [p.name, p.country, p.population, p.lat.toFixed(4), p.lon.toFixed(4)].join(",");
  const road = (e) =>
    [e.a, e.b, e.km.toFixed(1), e.kind, e.minutes ?? 0, e.waitMinutes ?? 0].join(",");
  writeFileSync(
    join(OUT, "nodes.csv"),
    ["name,country,population,lat,lon", ...nodes.map(place), ""].join("\n"),
  );
  writeFileSync(
    join(OUT, "roads.csv"),
    ["from,to,km,kind,minutes,waitMinutes", ...edges.map(road), ""].join("\n"),
  );
  const part = parts(nodes.length, edges);
  const count = new Set(part).size;
  console.log(`${nodes.length} nodes, ${edges.length} roads, detour ${factor.toFixed(3)}`);
  console.log(`${edges.filter((e) => e.kind === "e").length} roads are E-roads; ${count} part(s)`);
  const main = part[0];
  nodes.forEach((p, i) => part[i] !== main && console.log("apart:", p.name, p.country));
}
