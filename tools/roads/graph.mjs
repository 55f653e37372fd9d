// Geometry and small graph algorithms of the generator.

/** Great-circle distance in km between {lat, lon}, haversine on a sphere of 6371 km. */
export function km(a, b) {
  const rad = Math.PI / 180;
  const u = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2;
  const v = Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(u + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * v));
}

/**
 * Pairs of nodes with no third in the circle between them (Gabriel graph), among the `near` nearest
 * of each: neighbours that have reason to be joined by a road.
 */
export function gabriel(nodes, near = 40) {
  const pairs = [];
  nodes.forEach((a, i) => {
    const nearest = nodes
      .map((b, j) => ({ j, d: km(a, b) }))
      .sort((p, q) => p.d - q.d)
      .slice(1, near + 1);
    for (const { j, d } of nearest) {
      if (j < i) continue;
      const b = nodes[j];
      const middle = { lat: (a.lat + b.lat) / 2, lon: (a.lon + b.lon) / 2 };
      const between = nearest.some(
        (other) => other.j !== j && km(middle, nodes[other.j]) < (d / 2) * 0.999,
      );
      if (!between) pairs.push({ a: i, b: j, crow: d });
    }
  });
  return pairs;
}

/**
 * Adds, shortest first, each pair within `reachKm` that the edges so far join by more than
 * `stretch` times the straight line, unless `barred`: where places lie so that a detour would be
 * felt, there is a road (greedy spanner, Althöfer and others 1993).
 */
export function straighten(nodes, edges, stretch, reachKm, barred) {
  const all = [...edges];
  const adjacent = adjacency(nodes.length, all);
  const pairs = [];
  for (let a = 0; a < nodes.length; a++) {
    for (let b = a + 1; b < nodes.length; b++) {
      if (Math.abs(nodes[a].lat - nodes[b].lat) * 111 > reachKm) continue;
      const crow = km(nodes[a], nodes[b]);
      if (crow > 3 && crow < reachKm) pairs.push({ a, b, crow });
    }
  }
  pairs.sort((p, q) => p.crow - q.crow);
  for (const pair of pairs) {
    if (barred(nodes[pair.a], nodes[pair.b], pair.crow)) continue;
    if (way(adjacent, pair.a, pair.b, (e) => e.crow, stretch * pair.crow) === null) {
      all.push(pair);
      adjacent[pair.a].push(pair);
      adjacent[pair.b].push(pair);
    }
  }
  return all;
}

/** Which of the connected parts each node is in. */
export function parts(count, edges) {
  const parent = Array.from({ length: count }, (_, i) => i);
  const find = (i) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const { a, b } of edges) parent[find(a)] = find(b);
  return parent.map((_, i) => find(i));
}

/** Edges of the way of least cost, by Dijkstra, or null when there is none within `most`. */
export function way(adjacent, from, to, cost, most = Infinity) {
  const least = new Map([[from, 0]]);
  const by = new Map();
  const done = new Set();
  const open = new Set([from]);
  while (open.size > 0) {
    let v = -1;
    for (const w of open) if (v < 0 || least.get(w) < least.get(v)) v = w;
    open.delete(v);
    done.add(v);
    if (v === to) {
      const edges = [];
      for (let w = to; w !== from; w = by.get(w).from) edges.push(by.get(w).edge);
      return edges;
    }
    for (const edge of adjacent[v]) {
      const w = edge.a === v ? edge.b : edge.a;
      const reached = least.get(v) + cost(edge);
      if (reached <= most && !done.has(w) && reached < (least.get(w) ?? Infinity)) {
        least.set(w, reached);
        by.set(w, { from: v, edge });
        open.add(w);
      }
    }
  }
  return null;
}

export function adjacency(count, edges) {
  const adjacent = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    adjacent[edge.a].push(edge);
    adjacent[edge.b].push(edge);
  }
  return adjacent;
}
