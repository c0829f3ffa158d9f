// From where a camera that looks north and down sees all of a shape. Pure.

const turns = 14;

/**
 * `points` are [[east, north], …]; `pitch` is in radians below 0; `tanX` and `tanY` are the tangents of half the angle seen across and up.
 * Returns the place to look at and the distance from it: { east, north, range }.
 */
export function fitView(points, pitch, tanX, tanY) {
  const middle = k => (Math.min(...points.map(p => p[k])) + Math.max(...points.map(p => p[k]))) / 2;
  const look = { east: middle(0), north: middle(1), range: 1 };
  for (let i = 0; i < turns; i++) {
    look.range = nearest(points, look, pitch, tanX, tanY);
    const [x, y] = extents(points, look, look.range, pitch);
    look.east += ((x[0] + x[1]) / 2) * look.range * 0.7;
    look.north += (((y[0] + y[1]) / 2) * look.range * 0.7) / Math.sin(-pitch);
  }
  look.range = nearest(points, look, pitch, tanX, tanY);
  return look;
}

function nearest(points, look, pitch, tanX, tanY) {
  let [near, far] = [1, 1e6];
  for (let i = 0; i < 50; i++) {
    const range = Math.sqrt(near * far);
    const [x, y] = extents(points, look, range, pitch);
    const fits = x[0] >= -tanX && x[1] <= tanX && y[0] >= -tanY && y[1] <= tanY;
    if (fits) far = range;
    else near = range;
  }
  return far;
}

// The least and the greatest tangent at which points are seen, across and up; boundless when one lies behind the camera.
function extents(points, look, range, pitch) {
  const [sin, cos] = [Math.sin(-pitch), Math.cos(-pitch)];
  const x = [Infinity, -Infinity];
  const y = [Infinity, -Infinity];
  for (const [east, north] of points) {
    const [e, n] = [east - look.east, north - look.north];
    const depth = range + n * cos;
    if (depth <= 0) return [[-Infinity, Infinity], [-Infinity, Infinity]];
    x[0] = Math.min(x[0], e / depth);
    x[1] = Math.max(x[1], e / depth);
    y[0] = Math.min(y[0], (n * sin) / depth);
    y[1] = Math.max(y[1], (n * sin) / depth);
  }
  return [x, y];
}
