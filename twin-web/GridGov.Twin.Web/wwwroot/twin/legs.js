// Where somebody on a leg is: along the street nodes of the way, by the share of the time that has passed.

/** `nodes` is the flat [east, north, …] list of street nodes. Writes into and returns `result`: east, north, and the heading it moves in, in radians from north. */
export function positionAt(leg, nodes, time, result = {}) {
  const { path, depart, arrive } = leg;
  const last = path.length - 1;
  if (last < 0) return null;
  if (last === 0 || arrive <= depart) return standing(path[last], nodes, result);
  const share = Math.min(1, Math.max(0, (time - depart) / (arrive - depart)));
  const reach = lengths(leg, nodes);
  const metres = share * reach[last];
  let i = 1;
  while (i < last && reach[i] < metres) i++;
  const piece = reach[i] - reach[i - 1];
  const t = piece > 0 ? (metres - reach[i - 1]) / piece : 1;
  const [a, b] = [path[i - 1] * 2, path[i] * 2];
  const [de, dn] = [nodes[b] - nodes[a], nodes[b + 1] - nodes[a + 1]];
  result.east = nodes[a] + de * t;
  result.north = nodes[a + 1] + dn * t;
  result.heading = Math.atan2(de, dn);
  result.moving = share > 0 && share < 1;
  return result;
}

/** Metres a second in world time; 0 for somebody who stands. */
export function speedOf(leg, nodes) {
  if (leg.path.length < 2 || leg.arrive <= leg.depart) return 0;
  return lengths(leg, nodes)[leg.path.length - 1] / ((leg.arrive - leg.depart) / 1000);
}

/** The points of the leg's way: [[east, north], …]. */
export const wayOf = (leg, nodes) => leg.path.map(node => [nodes[node * 2], nodes[node * 2 + 1]]);

function standing(node, nodes, result) {
  result.east = nodes[node * 2];
  result.north = nodes[node * 2 + 1];
  result.heading = 0;
  result.moving = false;
  return result;
}

// Metres from the start to each node; kept on the leg, which never changes.
function lengths(leg, nodes) {
  if (leg.reach) return leg.reach;
  const reach = [0];
  for (let i = 1; i < leg.path.length; i++) {
    const [a, b] = [leg.path[i - 1] * 2, leg.path[i] * 2];
    reach.push(reach[i - 1] + Math.hypot(nodes[b] - nodes[a], nodes[b + 1] - nodes[a + 1]));
  }
  leg.reach = reach;
  return reach;
}
