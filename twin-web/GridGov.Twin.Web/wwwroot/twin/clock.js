// The world's clock as the viewer shows it between frames: it runs on smoothly, and is set back only when the world itself was.

const settleMs = 400;      // a wrong guess is worked off with this time constant
const staleMs = 2500;      // without frames for this long the clock stands: the heartbeat comes once a second
const jumpWallMs = 3000;   // further off than this much wall time, it jumps

/** `wall()` tells wall milliseconds that never go back, such as performance.now(). */
export function createClock(wall) {
  let frame = null;        // { world, at, speed } as last heard; `at` is on the viewer's wall clock
  let shown = 0;
  let shownAt = 0;
  let least = Infinity;    // smallest seen difference between the two wall clocks: the quickest delivery
  let rate = 0;

  const target = at => frame.world + rate * (Math.min(at, frame.heard + staleMs) - frame.at);

  function observe({ worldNowMs, speed, serverWallMs }) {
    const heard = wall();
    least = Math.min(least + 0.5, heard - serverWallMs);
    const at = serverWallMs + least;
    rate = Number.isFinite(speed) ? speed : measured(worldNowMs, at);
    const before = frame;
    frame = { world: worldNowMs, at, heard };
    const off = Math.abs(now() - target(heard));
    if (!before || rate === 0 || off > Math.max(rate, 1) * jumpWallMs) {
      shown = target(heard);
      shownAt = heard;
    }
  }

  /** A frame came that does not tell the clock: it runs on as it was told. */
  function hear() {
    if (frame) frame.heard = wall();
  }

  // A world that runs as fast as it can has no set speed: the speed of the last stretch is the best guess.
  const measured = (world, at) => (frame && at > frame.at ? Math.max(0, (world - frame.world) / (at - frame.at)) : 0);

  function now() {
    if (!frame) return 0;
    const at = wall();
    const wanted = target(at);
    const passed = at - shownAt;
    if (passed > 0) {
      const free = shown + rate * Math.min(passed, Math.max(0, frame.heard + staleMs - shownAt));
      const next = free + (wanted - free) * (1 - Math.exp(-passed / settleMs));
      shown = Math.max(shown, next);
      shownAt = at;
    }
    return shown;
  }

  return {
    observe,
    hear,
    now,
    get speed() { return rate; },
    get ageMs() { return frame ? wall() - frame.heard : Infinity; },
  };
}
