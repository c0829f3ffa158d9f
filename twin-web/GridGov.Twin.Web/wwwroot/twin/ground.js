// The land: the far plain that fades into the background, the district, fields, parks, water, squares, and the lines of cells and streets 街道.
import { flatPrimitive, linePrimitive } from './flat.js';
import { bordersBetween, fills, outlines } from './shapes.js';
import { between, rgb } from './palette.js';

const order = ['field', 'park', 'square', 'sports-ground', 'water'];

export function drawGround(stage, city, collection) {
  const triangulate = ring => stage.Cesium.PolygonPipeline.triangulate(ring.map(([e, n]) => new stage.Cesium.Cartesian2(e, n)));
  const boundary = city.boundary.flat();
  const land = {
    district: fills([boundary], triangulate),
    kinds: order.map(kind => [kind, fills(city.ground.filter(g => g.kind === kind).map(g => g.ring), triangulate)]),
    lines: outlines(city.cells.map(cell => cell.ring)),
    borders: bordersBetween(city.cells.map(cell => cell.ring), i => city.org[city.cells[i].community].parent),
  };
  const plain = disc(reachOf(boundary));

  function paint(palette) {
    collection.removeAll();
    const far = [...rgb(palette.background), 0];
    const near = [...between([palette.background, palette.district], 0.55), 1];
    const drawn = [
      flatPrimitive(stage, [{ ...plain, colours: plain.rims.flatMap(rim => (rim === 2 ? far : near)) }]),
      flatPrimitive(stage, [{ ...land.district, colour: rgb(palette.district) }]),
      ...land.kinds.filter(([, mesh]) => mesh.indices.length).map(([kind, mesh]) => flatPrimitive(stage, [{ ...mesh, colour: rgb(palette.fields[kind]) }])),
      flatPrimitive(stage, [{ positions: land.lines, line: true, colour: [...rgb(palette.cellLine), 0.7] }]),
    ];
    drawn.forEach(primitive => collection.add(primitive));
  }

  /** The borders lie above the streets, so they go into a collection of their own. */
  function paintBorders(palette, above) {
    above.removeAll();
    above.add(linePrimitive(stage, [
      ...land.borders.map(points => ({ points, width: 1.6, colour: [...rgb(palette.border), 0.75] })),
      { points: [...city.boundary, city.boundary[0]], width: 7, colour: [...rgb(palette.boundary), 0.16] },
      { points: [...city.boundary, city.boundary[0]], width: 2, colour: [...rgb(palette.boundary), 0.85] },
    ]));
  }

  return { paint, paintBorders };
}

const reachOf = flat => flat.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

// A plain around the district in three rims: middle, where it begins to fade, where it is gone.
function disc(reach) {
  const corners = 48;
  const radii = [0, reach * 1.3, reach * 4.5];
  const positions = [0, 0];
  const rims = [0];
  const indices = [];
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners) * 2 * Math.PI;
    for (const rim of [1, 2]) {
      positions.push(radii[rim] * Math.cos(angle), radii[rim] * Math.sin(angle));
      rims.push(rim);
    }
    const [a, b] = [1 + i * 2, 1 + ((i + 1) % corners) * 2];
    indices.push(0, a, b, a, a + 1, b + 1, a, b + 1, b);
  }
  return { positions, indices, rims };
}
