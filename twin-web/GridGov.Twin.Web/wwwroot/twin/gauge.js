// What the map knows about itself: events about the stream for the page, and figures for tests under globalThis.__twin.

const tellMs = 500;
const quiet = 20;

export function openGauge({ element, stage, began, clock, live, parts, motion, names, places }) {
  const { scene } = stage;
  const figures = { ready: false, frames: 0, bytes: 0, firstViewMs: null, state: 'connecting' };
  let settled = 0;

  const send = () => {
    const detail = { state: figures.state, ageMs: clock.ageMs, worldMs: clock.now(), speed: clock.speed };
    element.dispatchEvent(new CustomEvent('twin:data', { bubbles: true, detail }));
  };
  const timer = setInterval(send, tellMs);

  // The first view is complete when all tiles and one frame of the stream have been drawn. Where no tile is in view, none ever tells that it came.
  const stopReady = scene.postRender.addEventListener(() => {
    if (figures.ready) return;
    const loaded = !parts.buildings?.loading && figures.frames > 0;
    settled = loaded ? settled + 1 : 0;
    if (settled < (parts.buildings?.first ? 2 : quiet)) return void scene.requestRender();
    figures.ready = true;
    figures.firstViewMs = Math.round(performance.now() - began);
  });

  /** Where on the page a thing is drawn, { x, y } in pixels, or null when it is not in view or not told apart. */
  function pixelOf(name) {
    const thing = names.parse(name);
    const place = thing && places.known(thing);
    const at = place && stage.toWindow(place.east, place.north);
    if (!at) return null;
    const box = scene.canvas.getBoundingClientRect();
    if (at.x < 0 || at.y < 0 || at.x > box.width || at.y > box.height) return null;
    const alone = thing.kind !== 'case' || parts.cases.groups.some(g => g.members.length === 1 && g.members[0].item.id === thing.id);
    return alone ? { x: box.left + at.x, y: box.top + at.y - (thing.kind === 'case' ? 20 : 0) } : null;
  }

  const told = {
    get ready() { return figures.ready; },
    get frames() { return figures.frames; },
    get bytes() { return figures.bytes; },
    get firstViewMs() { return figures.firstViewMs; },
    get state() { return figures.state; },
    get rendered() { return motion.drawn; },
    get frameMs() { return motion.frameMs; },
    get worldMs() { return clock.now(); },
    get groundM() { return stage.groundM; },
    get aggregate() { return live.aggregate; },
    get drawn() {
      const { buildings, officers, cases, devices } = parts;
      return {
        buildings: buildings?.loaded ?? 0, cells: live.cells.size, officers: officers.count, cases: live.cases.size, pins: cases.count,
        devices: devices.count, alarms: devices.alarms,
      };
    },
    get cases() { return [...live.cases.keys()]; },
    pixelOf,
  };
  globalThis.__twin = told;

  return {
    frame(frame) {
      figures.frames++;
      figures.bytes += frame.bytes;
    },
    state(name) {
      if (figures.state === name) return;
      figures.state = name;
      send();
    },
    dispose() {
      clearInterval(timer);
      stopReady();
      if (globalThis.__twin === told) delete globalThis.__twin;
    },
  };
}
