// What lies under a pixel. Points are found by where they are drawn, cells by geometry; only buildings are asked of the graphics card.
import { boxOf, inside } from './shapes.js';

/** `parts` are the drawn layers; `shown(name)` tells whether one is switched on. */
export function createPicker(stage, city, parts, shown) {
  const boxes = city.cells.map(cell => boxOf(cell.ring));
  const coarse = globalThis.matchMedia?.('(pointer: coarse)').matches ? 1.6 : 1;

  /** The thing at the pixel: { kind, id }, { kind: 'group', members }, or null. */
  function at(x, y, { buildings = true } = {}) {
    return (shown('cases') && caseAt(x, y)) || (shown('officers') && officerAt(x, y)) || (shown('devices') && deviceAt(x, y))
      || (buildings && shown('buildings') && buildingAt(x, y)) || cellAt(x, y);
  }

  function nearest(items, reach, x, y) {
    let best = null;
    let least = (reach * coarse) ** 2;
    for (const item of items) {
      const off = (item.x - x) ** 2 + (item.y - y) ** 2;
      if (off < least) [best, least] = [item, off];
    }
    return best;
  }

  function caseAt(x, y) {
    const heads = parts.cases.groups.map(group => ({ group, x: group.x, y: group.members.length > 1 ? group.y : group.y - 20 }));
    const found = nearest(heads, 16, x, y)?.group;
    if (!found) return null;
    return found.members.length > 1 ? { kind: 'group', members: found.members.map(m => m.item) } : { kind: 'case', id: found.members[0].item.id };
  }

  const onScreen = (kind, places) => places.flatMap(([id, east, north]) => {
    const at = stage.toWindow(east, north);
    return at ? [{ kind, id, x: at.x, y: at.y }] : [];
  });

  const thing = found => found && { kind: found.kind, id: found.id };
  const officerAt = (x, y) => thing(nearest(onScreen('officer', [...parts.officers.places].map(([id, p]) => [id, p.east, p.north])), 12, x, y));
  const deviceAt = (x, y) => thing(nearest(onScreen('device', parts.devices.shown.map(id => [id, ...city.devices[id].at])), 10, x, y));

  function buildingAt(x, y) {
    const hit = stage.scene.pick(new stage.Cesium.Cartesian2(x, y), 3, 3);
    const bid = hit?.getProperty?.('bid');
    return bid === undefined ? null : { kind: 'building', id: Number(bid) };
  }

  function cellAt(x, y) {
    const place = stage.toGround(x, y);
    if (!place) return null;
    const id = city.cells.findIndex((cell, i) => {
      const box = boxes[i];
      return place.x >= box.west && place.x <= box.east && place.y >= box.south && place.y <= box.north && inside(cell.ring, place.x, place.y);
    });
    return id < 0 ? null : { kind: 'cell', id };
  }

  return { at, cellAt };
}
