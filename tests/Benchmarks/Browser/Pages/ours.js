// The project's map with all its layers, without a live stream.
import { createMap } from '/twin/map.js';
import { load, cesium, view } from './measure.js';

await load();
const layers = ['buildings', 'cells', 'streets', 'devices', 'officers', 'cases', 'labels'];
const options = { world: 'bench', lang: 'zh', theme: 'dark', selected: null, layers, view, ionToken: null, cesium, signalr: '/pages/quiet.js' };
createMap(document.getElementById('map'), options, null);

function wait() {
  const told = globalThis.__twin;
  if (!told?.ready) return void requestAnimationFrame(wait);
  globalThis.bench.firstViewMs = performance.now();
  globalThis.bench.drawn = () => told.drawn.buildings;
}
wait();
