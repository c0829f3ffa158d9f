// One map of one world: opens the scene, draws the layers, and lets the stream move them.
import { openScene } from './scene.js';
import { paletteOf, shareColours } from './palette.js';
import { createView, parsePoint, parseView } from './view.js';
import { createNames } from './things.js';
import { createLive } from './live.js';
import { createClock } from './clock.js';
import { createPlaces } from './places.js';
import { createSprites } from './sprites.js';
import { createPicker } from './picking.js';
import { createSelection } from './selection.js';
import { createMotion } from './motion.js';
import { createFeed } from './feed.js';
import { connection } from './hub.js';
import { watchKeys } from './keys.js';
import { watchPointer } from './pointer.js';
import { drawGround } from './ground.js';
import { drawStreets } from './streets.js';
import { drawCells } from './cells.js';
import { drawBuildings } from './buildings.js';
import { drawOfficers } from './officers.js';
import { drawDevices } from './devices.js';
import { drawCases } from './cases.js';
import { drawLabels } from './labels.js';
import { drawButtons } from './buttons.js';
import { openGauge } from './gauge.js';

const failed = (name, cause) => Object.assign(new Error(`${name}: ${cause}`), { twin: name, cause });
const bottomUp = ['ground', 'cells', 'streets', 'borders', 'late', 'outline', 'trails', 'buildings', 'devices', 'officers', 'cases', 'mark'];

/** `on` has tell(method, …) to the page, shout(message, error), note(message) and state(name) for the reader. Throws an error whose `twin` names a message. */
export async function openPicture(element, options, on) {
  const began = performance.now();
  const root = `/api/v1/worlds/${encodeURIComponent(options.world)}`;
  const city = await read(`${root}/city`);
  const host = element.appendChild(document.createElement('div'));
  host.className = 'twin-scene';
  const stage = await openScene(host, options, city).catch(error => { throw failed('noWebgl', error); });
  const { Cesium, scene, widget } = stage;
  if (stage.problem) on.note(stage.problem);
  const veil = element.appendChild(document.createElement('div'));
  veil.className = 'twin-veil';

  const at = Object.fromEntries(bottomUp.map(name => [name, scene.primitives.add(new Cesium.PrimitiveCollection())]));
  const shown = new Set(options.layers);
  const shows = name => shown.has(name);
  const view = createView(stage, city);
  const names = createNames(city);
  const live = createLive();
  const clock = createClock(() => performance.now());
  const labels = drawLabels(stage, city, element);
  const ground = drawGround(stage, city, at.ground);
  const parts = {
    cells: drawCells(stage, city, at.cells, at.late),
    streets: drawStreets(stage, city, at.streets),
    buildings: await drawBuildings(stage, `${root}/tiles/tileset.json`, at.buildings).catch(error => void console.warn('twin map: no buildings', error)),
    officers: drawOfficers(stage, city, at.officers, at.trails),
    devices: drawDevices(stage, city, at.devices),
    cases: drawCases(stage, at.cases),
  };
  const places = createPlaces(root, city, live, parts.officers);
  const selection = createSelection(stage, city, parts, at, places.known);
  const picker = createPicker(stage, city, parts, shows);
  let theme = null;
  let placing = false;

  function paint(name) {
    theme = name;
    element.dataset.theme = name;
    const palette = paletteOf(name);
    const sprites = createSprites(palette);
    shareColours(document.documentElement.style, palette);
    scene.backgroundColor = Cesium.Color.fromCssColorString(palette.background);
    for (const part of [ground, ...Object.values(parts), selection]) part?.paint(palette, sprites);
    ground.paintBorders(palette, at.borders);
    motion.touch('officers', 'devices', 'cases');
    scene.requestRender();
  }

  const buttons = drawButtons(element, view);
  const motion = createMotion({ stage, live, clock, view, parts, labels, buttons, selection, shows });

  function update(next) {
    shown.clear();
    for (const name of next.layers) shown.add(name);
    if (next.theme !== theme) paint(next.theme);
    for (const name of ['cells', 'streets', 'buildings', 'devices', 'officers', 'cases']) at[name].show = shows(name);
    at.ground.show = stage.groundM === null;
    at.late.show = shows('cells');
    buttons.say(next.lang);
    labels.toggle(shows('labels'));
    selection.select(names.parse(next.selected));
    selection.mark(parsePoint(next.mark));
    placing = next.placing;
    element.classList.toggle('placing', placing);
    motion.touch('officers', 'devices', 'cases');
    scene.requestRender();
  }

  async function flyTo(name) {
    const thing = names.parse(name);
    const place = thing && (await places.find(thing));
    if (place) view.aim(place.east, place.north, place.rangeM);
  }

  // While a place is asked for, a click says where and selects nothing.
  function click(x, y) {
    if (placing) return placeAt(x, y);
    const found = picker.at(x, y);
    if (found?.kind === 'group') return openGroup(found.members);
    on.tell('Picked', found && names.name(found.kind, found.id));
  }

  function placeAt(x, y) {
    const ground = stage.toGround(x, y);
    if (!ground) return;
    const cell = picker.cellAt(x, y);
    on.tell('Placed', cell && city.cells[cell.id].code, ...stage.toLonLat(ground.x, ground.y).map(degrees => Number(degrees.toFixed(7))));
  }

  function openGroup(members) {
    const [east, north] = ['east', 'north'].map(k => members.reduce((sum, m) => sum + m[k], 0) / members.length);
    view.aim(east, north, Math.max(220, view.heightM() * 0.45));
  }

  function hover(x, y) {
    const found = picker.at(x, y, { buildings: !stage.low });
    element.classList.toggle('picking', found !== null && found.kind !== 'cell');
    parts.buildings?.hover(found?.kind === 'building' ? found.id : null);
  }

  function apply(frame) {
    const changed = live.apply(frame);
    if (!changed) return false;
    if (frame.clock) clock.observe(frame);
    else clock.hear();
    gauge.frame(frame);
    if (changed.has('cells') || changed.has('aggregate')) {
      parts.cells.update(live.cells);
      labels.count(live.cells, live.aggregate);
    }
    if (changed.has('buildings')) parts.buildings?.fail(live.buildings);
    if (changed.has('officers')) parts.officers.update(live.officers);
    if (changed.has('cases')) parts.cases.update(live.cases, performance.now(), !frame.key);
    const touched = ['officers', 'devices', 'cases'].filter(name => changed.has(name));
    motion.touch(...touched);
    if (changed.size > 0) scene.requestRender();
    return true;
  }

  view.begin(options.view);
  update(options);
  const stopPointer = watchPointer(scene.canvas, { click, hover, leave: () => hover(-1, -1) });
  const stopKeys = watchKeys(element, view);
  const feed = createFeed({
    connect: await connection(options.signalr, options.world), world: options.world,
    on: { frame: apply, state: (name, problem) => { gauge.state(name); if (problem) console.warn(`twin map: ${name}`, problem); on.state(name); } },
  });
  const look = () => feed.look(view.rectangle());
  const stopRest = view.onRest(() => { look(); on.tell('ViewChanged', view.text()); });
  const gauge = openGauge({ element, stage, began, clock, live, parts, motion, names, places });
  scene.renderError.addEventListener((_, error) => on.shout('broken', error));
  look();
  // A link that says what but not from where is looked at from near.
  if (options.selected && !parseView(options.view)) flyTo(options.selected);

  function dispose() {
    for (const stop of [stopPointer, stopKeys, stopRest, feed.dispose, gauge.dispose, motion.dispose, labels.dispose, buttons.dispose, () => widget.destroy()]) stop();
    host.remove();
    veil.remove();
  }

  return { update, flyTo, dispose };
}

async function read(url) {
  const answer = await fetch(url, { headers: { accept: 'application/json' } }).catch(error => { throw failed('noCity', error); });
  if (!answer.ok) throw failed('noCity', `${url} answered ${answer.status}`);
  return answer.json();
}
