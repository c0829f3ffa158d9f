// The project's map without a live stream, with the layers the address names.
import { createMap } from '/twin/map.js';
import { load, cesium, layers, view } from './measure.js';

await load();
const options = { world: 'bench', lang: 'zh', theme: 'dark', selected: null, layers, view, ionToken: null, cesium, signalr: '/pages/quiet.js' };
createMap(document.getElementById('map'), options, null);

function wait() {
  const told = globalThis.__twin;
  if (!told?.ready) return void requestAnimationFrame(wait);
  globalThis.bench.firstViewMs = performance.now();
  globalThis.bench.drawn = () => told.drawn.buildings;
}
wait();
