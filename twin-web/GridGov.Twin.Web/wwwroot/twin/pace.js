// When to draw: only when something moved enough to be seen, and no faster than the machine can.

const fastestMs = 33;
const slowestMs = 1000;
const pixels = 0.5;

/** How long until movers of `speed` (metres a second of world time) have moved half a pixel, in wall milliseconds. Infinity: nothing moves. */
export function moveEvery(speed, pace, metresPerPixel, frameMs) {
  if (!(speed > 0) || !(pace > 0)) return Infinity;
  const needed = (pixels * metresPerPixel * 1000) / (speed * pace);
  return Math.min(slowestMs, Math.max(fastestMs, frameMs * 2, needed));
}

/** A running mean of how long frames take, deaf to single hiccups. */
export function createFrameCost() {
  let mean = 16;
  return {
    observe(ms) { mean += (Math.min(ms, mean * 3, 1000) - mean) * 0.15; },
    get ms() { return mean; },
  };
}
