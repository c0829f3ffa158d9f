// Cells 网格: tinted by the open cases in them, outlined where cases are overdue.
import { flatPrimitive, linePrimitive } from './flat.js';
import { fills, pairs } from './shapes.js';
import { between, rgb } from './palette.js';

const full = 6;   // open cases from which a cell is as dark as it gets

export function drawCells(stage, city, collection, above) {
  const { Cesium } = stage;
  const triangulate = ring => Cesium.PolygonPipeline.triangulate(ring.map(([e, n]) => new Cesium.Cartesian2(e, n)));
  const meshes = city.cells.map(cell => fills([cell.ring], triangulate));
  const closed = city.cells.map(cell => [...pairs(cell.ring), [cell.ring[0], cell.ring[1]]]);
  let tint = null;
  let edges = null;
  let colours = null;
  let last = new Map();
  let cached = [];
  let waiting = false;

  // A primitive is ready one frame after it was added; what came before is painted then.
  stage.scene.postRender.addEventListener(() => waiting && update(last));

  function paint(palette) {
    collection.removeAll();
    above.removeAll();
    colours = palette;
    cached = [];
    tint = collection.add(flatPrimitive(stage, meshes.map((mesh, id) => ({ ...mesh, id, colour: tintOf(last.get(id)) }))));
    edges = above.add(linePrimitive(stage, closed.map((points, id) => ({ points, id, width: 2, colour: edgeOf(last.get(id)) }))));
  }

  function tintOf(cell) {
    const open = cell?.open ?? 0;
    if (open === 0) return [0, 0, 0, 0];
    const share = Math.min(1, open / full);
    const [least, most] = colours.loadAlpha;
    return [...between(colours.load, share), least + (most - least) * share];
  }

  const edgeOf = cell => [...rgb(colours.overdue), cell?.overdue > 0 ? 0.35 + 0.5 * Math.min(1, cell.overdue / 4) : 0];

  function update(cells) {
    last = cells;
    waiting = !tint?.ready || !edges?.ready;
    if (waiting) return;
    if (cached.length === 0) cached = city.cells.map((_, id) => [tint.getGeometryInstanceAttributes(id), edges.getGeometryInstanceAttributes(id)]);
    city.cells.forEach((_, id) => {
      const cell = cells.get(id);
      cached[id][0].color = tintOf(cell).map(v => Math.round(v * 255));
      cached[id][1].color = edgeOf(cell).map(v => Math.round(v * 255));
    });
    stage.scene.requestRender();
  }

  return { paint, update };
}
