import assert from 'node:assert/strict';
import test from 'node:test';
import { ageText, clockText, countText, dateText, reckon, shareOf } from '../../../twin-web/GridGov.Twin.Web/wwwroot/js/ticking.js';

test('a clock runs on at its speed, and stands while paused', () => {
  assert.equal(reckon(undefined, 1000, 60, 500), 31000);
  assert.equal(reckon(undefined, 1000, 0, 500), 1000);
});

test('a clock that was a little ahead waits instead of going back, but follows a jump back', () => {
  assert.equal(reckon(31000, 30500, 60, 0), 31000);
  assert.equal(reckon(90000000, 1000, 60, 0), 1000);
});

test('times, dates and ages read as people write them', () => {
  assert.equal(clockText(33309000), '09:15:09');
  assert.equal(dateText('2025-06-09', 90000000, false), '2025年6月10日 周二');
  assert.equal(dateText('2025-12-31', 90000000, true), 'Thu 1 Jan 2026');
  assert.equal(ageText(432, true), '0.4 s');
  assert.equal(ageText(12300, false), '12 秒');
});

test('lengths of time count in minutes and hours, and go below nothing once they are over', () => {
  assert.equal(countText(725000), '12:05');
  assert.equal(countText(3723999), '1:02:03');
  assert.equal(countText(-61000), '\u22121:01');
  assert.equal(countText(-400), '0:00');
});

test('a moment has its place between two others, and never outside', () => {
  assert.equal(shareOf(1500, 1000, 2000), 50);
  assert.equal(shareOf(900, 1000, 2000), 0);
  assert.equal(shareOf(9000, 1000, 2000), 100);
});
