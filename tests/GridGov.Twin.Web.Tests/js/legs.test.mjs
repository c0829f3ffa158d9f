import assert from 'node:assert/strict';
import test from 'node:test';
import { positionAt, speedOf, wayOf } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/legs.js';

const nodes = [0, 0, 100, 0, 100, 300];
const leg = () => ({ path: [0, 1, 2], depart: 1000, arrive: 401_000 });
const place = (at, time) => { const { east, north } = positionAt(at, nodes, time); return [east, north]; };

test('somebody on a leg is where the share of time says, by length of way', () => {
  assert.deepEqual(place(leg(), 1000), [0, 0]);
  assert.deepEqual(place(leg(), 51_000), [50, 0]);
  assert.deepEqual(place(leg(), 101_000), [100, 0]);
  assert.deepEqual(place(leg(), 251_000), [100, 150]);
});

test('before the start and after the end one stands at the ends', () => {
  assert.deepEqual(place(leg(), -5), [0, 0]);
  assert.deepEqual(place(leg(), 1e9), [100, 300]);
  assert.equal(positionAt(leg(), nodes, 1e9).moving, false);
});

test('the heading is that of the stretch walked on', () => {
  assert.equal(positionAt(leg(), nodes, 51_000).heading, Math.PI / 2);
  assert.equal(positionAt(leg(), nodes, 251_000).heading, 0);
});

test('a standing officer is at the one node', () => {
  const standing = { path: [2], depart: 0, arrive: 0 };
  assert.deepEqual(place(standing, 5), [100, 300]);
  assert.equal(speedOf(standing, nodes), 0);
});

test('a way over one place twice, or of no length, is no trouble', () => {
  assert.deepEqual(place({ path: [0, 1, 0], depart: 0, arrive: 200 }, 150), [50, 0]);
  assert.deepEqual(place({ path: [1, 1], depart: 0, arrive: 100 }, 50), [100, 0]);
  assert.equal(positionAt({ path: [], depart: 0, arrive: 0 }, nodes, 0), null);
});

test('the speed is length over time', () => assert.equal(speedOf(leg(), nodes), 1));

test('the way is the places of its nodes', () => assert.deepEqual(wayOf(leg(), nodes), [[0, 0], [100, 0], [100, 300]]));
