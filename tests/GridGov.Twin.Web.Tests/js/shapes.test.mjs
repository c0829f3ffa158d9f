import assert from 'node:assert/strict';
import test from 'node:test';
import { bordersBetween, boxOf, fills, inside, outlines, ribbons } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/shapes.js';

const square = (e, n, size = 10) => [e, n, e + size, n, e + size, n + size, e, n + size];

test('a street is a quad for its edge and a disc at each end, once per node', () => {
  const { positions, indices } = ribbons([0, 0, 100, 0, 200, 0], [[0, 1], [1, 2]], 3, 8);
  assert.equal(positions.length / 2, 2 * 4 + 3 * 8);
  assert.equal(indices.length / 3, 2 * 2 + 3 * 6);
  assert.deepEqual(positions.slice(0, 8), [0, 3, 0, -3, 100, -3, 100, 3]);
  assert.ok(Math.max(...indices) < positions.length / 2);
});

test('an edge of no length makes no nonsense', () => assert.ok(ribbons([5, 5, 5, 5], [[0, 1]], 3).positions.every(Number.isFinite)));

test('rings are filled one after another with shifted indices', () => {
  const { positions, indices } = fills([square(0, 0), square(20, 0)], () => [0, 1, 2, 0, 2, 3]);
  assert.equal(positions.length, 16);
  assert.deepEqual(indices.slice(6), [4, 5, 6, 4, 6, 7]);
});

test('an outline closes its ring', () => assert.deepEqual(outlines([square(0, 0)]).slice(-4), [0, 10, 0, 0]));

test('a point is inside or outside a ring, dents included', () => {
  const dented = [0, 0, 10, 0, 10, 10, 5, 4, 0, 10];
  assert.equal(inside(dented, 2, 2), true);
  assert.equal(inside(dented, 5, 8), false);
  assert.equal(inside(dented, -1, 2), false);
});

test('the box holds all points', () => assert.deepEqual(boxOf([3, -2, -1, 7]), { west: -1, east: 3, south: -2, north: 7 }));

test('the border between two groups is their shared edge, and none lies inside a group', () => {
  const rings = [square(0, 0), square(10, 0), square(20, 0)];
  assert.deepEqual(bordersBetween(rings, i => (i < 2 ? 'a' : 'b')).map(line => line.flat()), [[20, 10, 20, 0]]);
  assert.deepEqual(bordersBetween(rings, () => 'a'), []);
});

test('a long edge that faces several short ones is still a border, as one line', () => {
  const rings = [square(0, 0, 20), square(20, 0), square(20, 10)];
  const lines = bordersBetween(rings, i => i === 0);
  assert.equal(lines.length, 1);
  assert.deepEqual(lines[0].map(([, n]) => n).sort((a, b) => a - b), [0, 10, 20]);
});
