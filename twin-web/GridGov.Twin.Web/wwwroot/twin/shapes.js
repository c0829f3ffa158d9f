// Plane geometry for the flat things of the map: pure functions on flat [east, north, …] lists in metres.

/** Streets as one mesh: a quad for each edge and a disc at each node, so that bends and crossings join without gaps. */
export function ribbons(nodes, edges, halfWidthM, corners = 10) {
  const positions = [];
  const indices = [];
  const joined = new Set();
  for (const [from, to] of edges) {
    quad(positions, indices, point(nodes, from), point(nodes, to), halfWidthM);
    for (const node of [from, to]) {
      if (joined.has(node)) continue;
      joined.add(node);
      disc(positions, indices, point(nodes, node), halfWidthM, corners);
    }
  }
  return { positions, indices };
}

const point = (nodes, i) => [nodes[i * 2], nodes[i * 2 + 1]];

function quad(positions, indices, [ae, an], [be, bn], half) {
  const length = Math.hypot(be - ae, bn - an) || 1;
  const [e, n] = [(-(bn - an) / length) * half, ((be - ae) / length) * half];
  const first = positions.length / 2;
  positions.push(ae + e, an + n, ae - e, an - n, be - e, bn - n, be + e, bn + n);
  indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
}

function disc(positions, indices, [e, n], radius, corners) {
  const first = positions.length / 2;
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners) * 2 * Math.PI;
    positions.push(e + radius * Math.cos(angle), n + radius * Math.sin(angle));
    if (i >= 2) indices.push(first, first + i - 1, first + i);
  }
}

/** A mesh of several filled rings. `triangulate([[e, n], …])` gives the corner indices of one ring. */
export function fills(rings, triangulate) {
  const positions = [];
  const indices = [];
  for (const ring of rings) {
    const first = positions.length / 2;
    positions.push(...ring);
    for (const corner of triangulate(pairs(ring))) indices.push(first + corner);
  }
  return { positions, indices };
}

/** Rings as line segments: [e, n, e, n, …] with every two points one segment. */
export function outlines(rings) {
  const positions = [];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      positions.push(ring[i], ring[i + 1], ring[j], ring[j + 1]);
    }
  }
  return positions;
}

/** The flat list as [[e, n], …]. */
export function pairs(flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  return points;
}

/** Whether the point lies in the ring (even-odd). */
export function inside(ring, east, north) {
  let within = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ie, i_n, je, jn] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
    if (i_n > north !== jn > north && east < ((je - ie) * (north - i_n)) / (jn - i_n) + ie) within = !within;
  }
  return within;
}

/** The box around the flat list: { west, south, east, north }. */
export function boxOf(flat) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < flat.length; i += 2) {
    box.west = Math.min(box.west, flat[i]);
    box.east = Math.max(box.east, flat[i]);
    box.south = Math.min(box.south, flat[i + 1]);
    box.north = Math.max(box.north, flat[i + 1]);
  }
  return box;
}

/**
 * The lines between areas of different groups: pieces of ring edges that two rings of different groups share, chained into polylines.
 * Edges are cut at the corners of their neighbours that lie on them, so a long edge may face several short ones.
 */
export function bordersBetween(rings, groupOf) {
  const corners = cornerIndex(rings);
  const owners = new Map();
  rings.forEach((ring, i) => {
    for (const [a, b] of cutEdges(ring, corners)) {
      const key = a.key < b.key ? `${a.key}|${b.key}` : `${b.key}|${a.key}`;
      const seen = owners.get(key);
      if (!seen) owners.set(key, { a, b, group: groupOf(i), border: false });
      else if (seen.group !== groupOf(i)) seen.border = true;
    }
  });
  return chain([...owners.values()].filter(edge => edge.border));
}

const snap = 0.25;
const bucketM = 50;

function cornerIndex(rings) {
  const buckets = new Map();
  const seen = new Set();
  for (const ring of rings) {
    for (const [e, n] of pairs(ring)) {
      const corner = cornerAt(e, n);
      if (seen.has(corner.key)) continue;
      seen.add(corner.key);
      const key = `${Math.floor(e / bucketM)}:${Math.floor(n / bucketM)}`;
      if (!buckets.has(key)) buckets.set(key, []);
      buckets.get(key).push(corner);
    }
  }
  return buckets;
}

const cornerAt = (e, n) => ({ e, n, key: `${Math.round(e / snap)}:${Math.round(n / snap)}` });

function* cutEdges(ring, corners) {
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [a, b] = [cornerAt(ring[i], ring[i + 1]), cornerAt(ring[j], ring[j + 1])];
    let last = a;
    for (const corner of between(a, b, corners)) {
      yield [last, corner];
      last = corner;
    }
    if (last.key !== b.key) yield [last, b];
  }
}

// Corners on the edge, from a to b, without its ends.
function between(a, b, corners) {
  const found = [];
  const [de, dn] = [b.e - a.e, b.n - a.n];
  const length = Math.hypot(de, dn);
  const bucket = v => Math.floor(v / bucketM);
  for (let x = bucket(Math.min(a.e, b.e) - 1); x <= bucket(Math.max(a.e, b.e) + 1); x++) {
    for (let y = bucket(Math.min(a.n, b.n) - 1); y <= bucket(Math.max(a.n, b.n) + 1); y++) {
      for (const corner of corners.get(`${x}:${y}`) ?? []) {
        const along = ((corner.e - a.e) * de + (corner.n - a.n) * dn) / length;
        const off = Math.abs((corner.e - a.e) * dn - (corner.n - a.n) * de) / length;
        if (off < 0.5 && along > 0.5 && along < length - 0.5) found.push({ corner, along });
      }
    }
  }
  return found.sort((p, q) => p.along - q.along).map(item => item.corner);
}

function chain(edges) {
  const at = new Map();
  for (const edge of edges) {
    for (const key of [edge.a.key, edge.b.key]) at.set(key, [...(at.get(key) ?? []), edge]);
  }
  const lines = [];
  for (const edge of edges) {
    if (edge.used) continue;
    edge.used = true;
    const line = [edge.a, edge.b];
    grow(line, at);
    lines.push(grow(line.reverse(), at).map(corner => [corner.e, corner.n]));
  }
  return lines;
}

function grow(line, at) {
  for (;;) {
    const end = line[line.length - 1];
    const around = at.get(end.key);
    const next = around.length === 2 ? around.find(edge => !edge.used) : undefined;
    if (!next) return line;
    next.used = true;
    line.push(next.a.key === end.key ? next.b : next.a);
  }
}
