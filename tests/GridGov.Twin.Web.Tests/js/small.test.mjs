import assert from 'node:assert/strict';
import test from 'node:test';
import { cluster } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/cluster.js';
import { fitView } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/fit.js';
import { say } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/messages.js';
import { createFrameCost, moveEvery } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/pace.js';
import { between, paletteOf, rgb } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/palette.js';
import { createNames } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/things.js';
import { parsePoint, parseView } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/view.js';

test('points that are close share a group led by the first; far ones do not', () => {
  const groups = cluster([{ x: 0, y: 0, n: 1 }, { x: 200, y: 0, n: 2 }, { x: 20, y: 5, n: 3 }, { x: -29, y: 0, n: 4 }], 30);
  assert.deepEqual(groups.map(g => g.members.map(m => m.n)), [[1, 3, 4], [2]]);
});

test('every point is in exactly one group', () => {
  const points = Array.from({ length: 500 }, (_, i) => ({ x: (i * 37) % 400, y: (i * 91) % 300 }));
  assert.equal(cluster(points, 30).flatMap(g => g.members).length, 500);
});

test('names of things are read and written, and wrong ones are nothing', () => {
  const names = createNames({ cells: [{ code: '370282001001001' }], devices: [{ code: '3702820103000001' }] });
  for (const name of ['case/123', 'officer/7', 'building/45', 'cell/370282001001001', 'device/3702820103000001']) {
    const { kind, id } = names.parse(name);
    assert.equal(names.name(kind, id), name);
  }
  for (const wrong of [null, '', 'case', 'case/', 'case/x', 'case/-1', 'case/1/2', 'cell/9', 'desk/1', '__proto__/1']) assert.equal(names.parse(wrong), null);
});

test('a place is two numbers', () => {
  assert.deepEqual(parsePoint('120.45,36.38'), [120.45, 36.38]);
  for (const wrong of [null, undefined, '', '1', '1,2,3', '1,x', '1,Infinity']) assert.equal(parsePoint(wrong), null);
});

test('a linkable view is five sane numbers', () => {
  assert.deepEqual(parseView('120.45,36.39,900,15,-45'), [120.45, 36.39, 900, 15, -45]);
  for (const wrong of [null, '', '1,2,3', '120,36,900,15,45', '120,96,900,15,-45', '120,36,NaN,15,-45', '120,36,1,15,-45']) assert.equal(parseView(wrong), null);
});

test('the first view holds the whole shape and wastes no room', () => {
  const shapes = [[[-1000, -200], [1000, -200], [1000, 300], [-1000, 300]], [[0, 0], [300, 0], [150, 4000]], [[5000, 5000], [5400, 5000], [5400, 5200]]];
  for (const points of shapes) {
    for (const [tanX, tanY] of [[0.5, 0.3], [0.25, 0.5]]) {
      const pitch = -0.9;
      const { east, north, range } = fitView(points, pitch, tanX, tanY);
      const seen = points.map(([e, n]) => {
        const depth = range + (n - north) * Math.cos(pitch);
        return Math.max(Math.abs((e - east) / depth) / tanX, Math.abs(((n - north) * Math.sin(-pitch)) / depth) / tanY);
      });
      assert.ok(Math.max(...seen) <= 1.0001 && Math.max(...seen) > 0.98, `${Math.max(...seen)}`);
    }
  }
});

test('movers are drawn no sooner than they moved half a pixel, and no faster than the machine draws', () => {
  assert.equal(moveEvery(0, 60, 1, 16), Infinity);
  assert.equal(moveEvery(1.2, 0, 1, 16), Infinity);
  assert.equal(moveEvery(1, 1, 0.2, 16), 100);
  assert.equal(moveEvery(5, 600, 1, 16), 33);
  assert.equal(moveEvery(5, 600, 1, 120), 240);
  assert.equal(moveEvery(0.1, 1, 9, 16), 1000);
});

test('one hiccup does not make the machine look slow', () => {
  const cost = createFrameCost();
  for (let i = 0; i < 50; i++) cost.observe(20);
  cost.observe(5000);
  assert.ok(cost.ms < 30);
});

test('both themes have a colour for everything', () => {
  const names = theme => Object.keys(paletteOf(theme)).sort();
  assert.deepEqual(names('light'), names('dark'));
  assert.deepEqual(paletteOf('unheard-of').name, 'dark');
});

test('colours between stops', () => {
  assert.deepEqual(rgb('#ff0080').map(v => Math.round(v * 255)), [255, 0, 128]);
  assert.deepEqual(between(['#000000', '#ffffff', '#000000'], 0.5), [1, 1, 1]);
  assert.deepEqual(between(['#000000', '#ffffff'], 7), [1, 1, 1]);
});

test('every message is there in both languages', () => {
  assert.equal(say('whole', 'zh'), '全区');
  assert.equal(say('whole', 'en'), 'Whole district');
});
