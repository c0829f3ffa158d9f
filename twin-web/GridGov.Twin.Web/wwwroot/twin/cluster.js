// Puts points that are too close on the screen together. Pure.

/**
 * `points` have x and y in pixels; those within `reach` of a group's first point join it. Points that come first make the groups.
 * Returns [{ x, y, members }], where x and y are those of the first member.
 */
export function cluster(points, reach) {
  const groups = [];
  const grid = new Map();
  const cellOf = v => Math.floor(v / reach);
  for (const point of points) {
    const near = nearest(grid, cellOf(point.x), cellOf(point.y), point, reach);
    if (near) {
      near.members.push(point);
      continue;
    }
    const group = { x: point.x, y: point.y, members: [point] };
    groups.push(group);
    const key = `${cellOf(point.x)}:${cellOf(point.y)}`;
    if (!grid.has(key)) grid.set(key, []);
    grid.get(key).push(group);
  }
  return groups;
}

function nearest(grid, cx, cy, point, reach) {
  let best = null;
  let least = reach * reach;
  for (let x = cx - 1; x <= cx + 1; x++) {
    for (let y = cy - 1; y <= cy + 1; y++) {
      for (const group of grid.get(`${x}:${y}`) ?? []) {
        const off = (group.x - point.x) ** 2 + (group.y - point.y) ** 2;
        if (off < least) [best, least] = [group, off];
      }
    }
  }
  return best;
}
