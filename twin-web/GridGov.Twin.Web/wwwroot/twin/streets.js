// Streets: a dark edge and a surface for each class, wide ones over narrow ones, and a line along the middle of avenues.
import { flatPrimitive } from './flat.js';
import { ribbons } from './shapes.js';
import { rgb } from './palette.js';

const widthM = [32, 16, 6];
const edgeM = [2, 1.5, 1];

export function drawStreets(stage, city, collection) {
  const byClass = [0, 1, 2].map(kind => edgesOf(city.streets.edges, kind));
  const shape = (kind, half) => ribbons(city.streets.nodes, byClass[kind], half, kind === 0 ? 14 : 10);
  const narrowFirst = [2, 1, 0];
  const casings = narrowFirst.map(kind => shape(kind, widthM[kind] / 2 + edgeM[kind]));
  const surfaces = narrowFirst.map(kind => shape(kind, widthM[kind] / 2));
  const middle = shape(0, 0.7);

  function paint(palette) {
    collection.removeAll();
    for (const mesh of casings) collection.add(flatPrimitive(stage, [{ ...mesh, colour: rgb(palette.casing) }]));
    surfaces.forEach((mesh, i) => collection.add(flatPrimitive(stage, [{ ...mesh, colour: rgb(palette.street[narrowFirst[i]]) }])));
    collection.add(flatPrimitive(stage, [{ ...middle, colour: [...rgb(palette.marking), 0.8] }]));
  }

  return { paint };
}

function edgesOf(flat, kind) {
  const edges = [];
  for (let i = 0; i < flat.length; i += 3) if (flat[i + 2] === kind) edges.push([flat[i], flat[i + 1]]);
  return edges;
}
