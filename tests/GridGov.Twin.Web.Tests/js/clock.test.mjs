import assert from 'node:assert/strict';
import test from 'node:test';
import { createClock } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/clock.js';

function given() {
  let wall = 0;
  const clock = createClock(() => wall);
  const hear = (worldNowMs, speed, serverWallMs) => clock.observe({ worldNowMs, speed, serverWallMs });
  return { clock, hear, at: ms => { wall = ms; return clock.now(); } };
}

const near = (value, wanted, by) => assert.ok(Math.abs(value - wanted) <= by, `${value} is not within ${by} of ${wanted}`);

test('it is 0 before the first frame', () => assert.equal(given().clock.now(), 0));

test('it runs on at the world speed between frames', () => {
  const { hear, at } = given();
  hear(10_000, 60, 1_700_000_000_000);
  assert.equal(at(0), 10_000);
  near(at(500), 10_000 + 500 * 60, 1);
});

test('frames that do not tell it keep it going', () => {
  const { clock, hear, at } = given();
  hear(0, 60, 0);
  for (let wall = 200; wall <= 10_000; wall += 200) {
    at(wall);
    clock.hear();
  }
  near(at(10_000), 600_000, 1);
  near(at(20_000), 12_500 * 60, 1);
});

test('frames that arrive late or early move it smoothly and never back', () => {
  const { hear, at } = given();
  hear(0, 60, 1000);
  let last = 0;
  for (let wall = 0; wall < 5000; wall += 20) {
    if (wall % 200 === 0 && wall > 0) hear((wall - (wall % 3) * 40) * 60, 60, 1000 + wall - (wall % 3) * 40);
    const now = at(wall);
    assert.ok(now >= last, `back from ${last} to ${now}`);
    assert.ok(now - last < 20 * 60 * 4, `a jump from ${last} to ${now}`);
    last = now;
  }
  near(last, 4980 * 60, 60 * 200);
});

test('a pause makes it stand at the world time', () => {
  const { hear, at } = given();
  hear(0, 600, 0);
  at(900);
  hear(540_000, 0, 900);
  assert.equal(at(900), 540_000);
  assert.equal(at(5000), 540_000);
});

test('a jump of the world is followed at once, forwards and back', () => {
  const { hear, at } = given();
  hear(0, 60, 0);
  at(1000);
  hear(86_400_000, 60, 1000);
  near(at(1000), 86_400_000, 1);
  hear(3_600_000, 60, 1100);
  near(at(1000), 3_600_000, 6001);
});

test('without frames it stops after a while instead of telling tales', () => {
  const { hear, at } = given();
  hear(0, 60, 0);
  near(at(60_000), 2500 * 60, 1);
});

test('a world that runs as fast as it can is followed by the speed seen', () => {
  const { clock, hear, at } = given();
  hear(0, Infinity, 0);
  for (let wall = 200; wall <= 2000; wall += 200) {
    at(wall);
    hear(wall * 1000, Infinity, wall);
  }
  assert.equal(clock.speed, 1000);
  near(at(2100), 2_100_000, 30_000);
});
