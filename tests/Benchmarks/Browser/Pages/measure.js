// What both pages share: Cesium with an eye on its scene, and the time of frames.

const query = new URLSearchParams(location.search);

/** Where Cesium is served, the layers and the camera of this run, from the address. */
export const cesium = query.get('cesium');
export const layers = (query.get('layers') ?? '').split(',');
export const view = query.get('view');

/** Loads Cesium. Whoever draws with it afterwards draws into `bench.scene`. */
export async function load() {
  globalThis.CESIUM_BASE_URL = cesium;
  globalThis.bench = { scene: null, firstViewMs: null, drawn: () => 0, frames };
  const Cesium = await import(`${cesium}index.js`);
  const { render } = Cesium.Scene.prototype;
  Cesium.Scene.prototype.render = function (...time) {
    globalThis.bench.scene = this;
    return render.apply(this, time);
  };
  return Cesium;
}

/** Draws up to `count` frames within `capMs` while the camera turns to and fro; the milliseconds of each until its pixels are there. */
function frames(count, capMs) {
  const { scene } = globalThis.bench;
  const gl = scene.canvas.getContext('webgl2');
  const pixel = new Uint8Array(4);
  const until = performance.now() + capMs;
  const times = [];
  while (times.length < count && performance.now() < until) {
    const began = performance.now();
    scene.camera.lookRight(times.length % 2 === 0 ? 0.002 : -0.002);
    scene.requestRender();
    scene.render();
    const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);   // waits for the graphics
    gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
    times.push(performance.now() - began);
  }
  return times;
}
