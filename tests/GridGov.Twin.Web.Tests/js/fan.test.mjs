import assert from 'node:assert/strict';
import test from 'node:test';
import { optionOf } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/fan.js';

const ink = { text: '#111', muted: '#555', line: '#999', surface: '#fff' };
const fan = {
  name: 'On time', isShare: true, times: ['10:00', '10:15'],
  plans: [{ name: 'As it is', points: [null, [0.5, 0.6, 0.7, 0.8, 0.9]] }, { name: '<b>more</b>', points: [null, [0.6, 0.7, 0.8, 0.9, 1]] }],
};

test('a fan has two bands and a middle for each plan, in per cent, and gaps where nothing is known', () => {
  const { series } = optionOf(fan, ink);
  assert.equal(series.length, 10);
  const of = id => series.find(each => each.id === id).data.map(value => (value === '-' ? value : Math.round(value)));
  assert.deepEqual(of('0-most-from'), ['-', 50]);
  assert.deepEqual(of('0-most'), ['-', 40]);
  assert.deepEqual(of('0-half-from'), ['-', 60]);
  assert.deepEqual(of('0-half'), ['-', 20]);
  assert.deepEqual(of('1-middle'), ['-', 80]);
});

test('the names of plans are told as text, never as markup', () => {
  const told = optionOf(fan, ink).tooltip.formatter([{ dataIndex: 1 }]);
  assert.ok(told.includes('As it is: <b>70.0 %</b> (50.0 % – 90.0 %)'));
  assert.ok(!told.includes('<b>more'));
  assert.ok(optionOf(fan, ink).tooltip.formatter([{ dataIndex: 0 }]).includes('As it is: –'));
});

test('on a narrow screen every plan has a line of its own above the chart', () => {
  const [wide, narrow] = [optionOf(fan, ink), optionOf(fan, ink, true)];
  assert.deepEqual([wide.legend.type, narrow.legend.type, narrow.legend.orient], ['scroll', 'plain', 'vertical']);
  assert.ok(narrow.grid.top > wide.grid.top);
});
