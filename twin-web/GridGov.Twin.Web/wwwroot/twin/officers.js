// Officers 网格员: they move along their legs by the world's clock.
import { createMarks } from './marks.js';
import { linePrimitive } from './flat.js';
import { positionAt, speedOf, wayOf } from './legs.js';
import { rgb } from './palette.js';

const off = 0;
const looks = ['off', 'standing', 'walking', 'walking', 'riding', 'working'];

export function drawOfficers(stage, city, collection, trails) {
  const { nodes } = city.streets;
  const marks = createMarks(stage, collection);
  const places = new Map();
  let sprites = null;
  let palette = null;
  let trail = null;

  /** Puts everybody where they are at that time. Returns the fastest speed of those who move, in metres a second of world time. */
  function place(officers, time, size) {
    let fastest = 0;
    for (const officer of officers.values()) {
      if (officer.doing === off || officer.path.length === 0) continue;
      const at = positionAt(officer, nodes, time, places.get(officer.id) ?? {});
      places.set(officer.id, at);
      const how = looks[officer.doing] ?? 'standing';
      const turn = how === 'riding' && at.moving ? stage.camera.heading - at.heading : 0;
      marks.put(officer.id, sprites.officer(how), at.east, at.north, { turn, size });
      if (at.moving) fastest = Math.max(fastest, speedOf(officer, nodes));
    }
    return fastest;
  }

  /** Forgets those who went off duty or out of sight. */
  function update(officers) {
    const here = new Set([...officers.values()].filter(o => o.doing !== off && o.path.length > 0).map(o => o.id));
    marks.keep(here);
    for (const id of [...places.keys()]) if (!here.has(id)) places.delete(id);
  }

  /** Shows the way that the selected officer is on; null: nobody's. */
  function follow(officer) {
    const leg = officer && officer.path.length > 1 ? officer : null;
    if (trail?.leg === leg) return;
    if (trail) trails.remove(trail.line);
    trail = leg && { leg, line: trails.add(linePrimitive(stage, [{ points: wayOf(leg, nodes), width: 4, colour: [...rgb(palette.chosen), 0.8] }])) };
  }

  function paint(colours, pictures) {
    palette = colours;
    sprites = pictures;
    follow(null);
  }

  return { paint, place, update, follow, places, positionOf: id => places.get(id), get count() { return marks.count; } };
}
