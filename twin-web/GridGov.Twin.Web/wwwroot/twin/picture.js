// One map of one world: opens the scene, draws the layers, and lets the stream move them.
import { openScene } from './scene.js';
import { paletteOf, shareColours } from './palette.js';
import { createView } from './view.js';
import { drawGround } from './ground.js';
import { drawStreets } from './streets.js';
import { drawCells } from './cells.js';
import { drawBuildings } from './buildings.js';

const failed = (name, cause) => Object.assign(new Error(`${name}: ${cause}`), { twin: name, cause });

export async function openPicture(element, options, { tell, shout }) {
  const root = `/api/v1/worlds/${encodeURIComponent(options.world)}`;
  const city = await read(`${root}/city`);
  const host = document.createElement('div');
  host.className = 'twin-scene';
  element.prepend(host);
  const stage = await openScene(host, options, city).catch(error => { throw failed('noWebgl', error); });
  const { Cesium, scene, widget } = stage;
  scene.renderError.addEventListener((_, error) => shout('broken', error));

  const collection = () => scene.primitives.add(new Cesium.PrimitiveCollection());
  const layers = { ground: collection(), cells: collection(), streets: collection(), borders: collection(), buildings: collection() };
  const view = createView(stage, city);
  const ground = drawGround(stage, city, layers.ground);
  const cells = drawCells(stage, city, layers.cells);
  const streets = drawStreets(stage, city, layers.streets);
  const buildings = await drawBuildings(stage, `${root}/tiles/tileset.json`, layers.buildings);
  let theme = null;

  function paint(name) {
    theme = name;
    element.dataset.theme = name;
    const palette = paletteOf(name);
    shareColours(document.documentElement.style, palette);
    scene.backgroundColor = Cesium.Color.fromCssColorString(palette.background);
    ground.paint(palette);
    cells.paint(palette);
    streets.paint(palette);
    ground.paintBorders(palette, layers.borders);
    buildings.paint(palette);
    scene.requestRender();
  }

  function update(next) {
    if (next.theme !== theme) paint(next.theme);
    const shown = new Set(next.layers);
    for (const name of ['cells', 'streets', 'buildings']) layers[name].show = shown.has(name);
    scene.requestRender();
  }

  view.begin(options.view);
  const stopResting = view.onRest(() => tell('ViewChanged', view.text()));

  return {
    update,
    flyTo() {},
    dispose() {
      stopResting();
      widget.destroy();
      host.remove();
    },
  };
}

async function read(url) {
  const answer = await fetch(url, { headers: { accept: 'application/json' } }).catch(error => { throw failed('noCity', error); });
  if (!answer.ok) throw failed('noCity', `${url} answered ${answer.status}`);
  return answer.json();
}
