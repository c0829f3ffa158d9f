import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { decode, fromBase64, readBody } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/frame.js';

const varint = v => { const bytes = []; for (; v >= 128; v = Math.floor(v / 128)) bytes.push((v % 128) + 128); return [...bytes, v]; };
const zigzag = v => varint(v >= 0 ? v * 2 : -v * 2 - 1);
const dueIn = v => varint((v >= 0 ? v * 2 : -v * 2 - 1) + 1);
const section = (kind, things, ...bytes) => [...varint(things * 32 + kind), ...varint(bytes.flat().length), ...bytes.flat()];

const head = ({ bits = 0, version = 3, sequence = 7, now = 1000, speed = 60, wall = 1764000000000 } = {}) =>
  [version * 32 + 16 + bits, sequence, ...zigzag(now), ...new Uint8Array(Float32Array.of(speed).buffer), ...zigzag(wall)];
const frame = (body, of) => Uint8Array.from([...head(of), ...body]);

test('a header says what the frame is and when it was true', async () => {
  const { key, aggregate, lagged, deflated, clock, sequence, worldNowMs, speed, serverWallMs, body } = await decode(frame([], { bits: 5, speed: Infinity }));
  assert.deepEqual({ key, aggregate, lagged, deflated, clock, sequence, worldNowMs, speed, serverWallMs, body },
    { key: true, aggregate: false, lagged: true, deflated: false, clock: true, sequence: 7, worldNowMs: 1000, speed: Infinity, serverWallMs: 1764000000000, body: {} });
});

test('a header without a clock goes by the clock of the frame before it', async () => {
  const last = await decode(frame([], { now: 9000, speed: 60 }));
  const next = await decode(Uint8Array.from([3 * 32, 8, ...section(10, 1, 4, dueIn(500))]), last);
  assert.deepEqual([next.clock, next.sequence, next.worldNowMs, next.speed, next.serverWallMs], [false, 8, 9000, 60, last.serverWallMs]);
  assert.deepEqual(next.body.caseDues, [{ id: 4, due: 9500 }]);
  await assert.rejects(decode(Uint8Array.from([3 * 32, 8])), /does not tell the clock/);
});

test('cells come as columns after their id gaps', async () => {
  const { body } = await decode(frame(section(1, 2, varint(3), varint(300), 5, 255, 1, 2, 0, 3, 0, 1)));
  assert.deepEqual(body.cells, [{ id: 3, open: 5, overdue: 1, officers: 0, alarms: 0 }, { id: 303, open: 255, overdue: 2, officers: 3, alarms: 1 }]);
});

test('legs are relative to the world time, and ways are differences of nodes', async () => {
  const { body } = await decode(frame(section(2, 2, 0, 9, 2, 1, zigzag(-400), zigzag(0), zigzag(60000), zigzag(0), 3, varint(500), zigzag(-490), zigzag(2), 1, 44)));
  assert.deepEqual(body.officers, [
    { id: 0, doing: 2, depart: 600, arrive: 61000, path: [500, 10, 12] },
    { id: 9, doing: 1, depart: 1000, arrive: 1000, path: [44] },
  ]);
});

test('a case carries stage, weight, urging, kind, cell, place in metres, and a due time larger than 32 bits', async () => {
  const { body } = await decode(frame(section(3, 1, varint(123456), 3, 6, varint(140), 2, zigzag(-12345), zigzag(7), dueIn(5_000_000_123 - 1000))));
  assert.deepEqual(body.cases, [{ id: 123456, stage: 3, weight: 2, urged: true, kind: 140, cell: 2, east: -1234.5, north: 0.7, due: 5_000_000_123 }]);
});

test('devices, buildings, and what is gone', async () => {
  const { body } = await decode(frame([...section(4, 1, 8, 5), ...section(5, 1, 2, 3), ...section(6, 2, 1, 1), ...section(7, 1, 0)]));
  assert.deepEqual(body, { devices: [{ id: 8, state: 5 }], buildings: [{ id: 2, failed: 3 }], casesGone: [1, 2], officersGone: [0] });
});

test('of a case and of a cell only what is new may come', async () => {
  const { body } = await decode(frame([
    ...section(8, 2, 4, 1, 3, 6), ...section(9, 1, 4, 6), ...section(10, 3, 1, 1, 1, 0, dueIn(-400), dueIn(0)),
    ...section(11, 1, 2, 9), ...section(12, 1, 2, 8), ...section(13, 1, 2, 7), ...section(14, 1, 2, 255)]));
  assert.deepEqual(body, {
    caseStages: [{ id: 4, stage: 3 }, { id: 5, stage: 6 }],
    caseMarks: [{ id: 4, weight: 2, urged: true }],
    caseDues: [{ id: 1, due: 0 }, { id: 2, due: 600 }, { id: 3, due: 1000 }],
    cellsOpen: [{ id: 2, open: 9 }], cellsOverdue: [{ id: 2, overdue: 8 }], cellsOfficers: [{ id: 2, officers: 7 }], cellsAlarms: [{ id: 2, alarms: 255 }],
  });
});

test('a small byte may stand in the lowest three bits of the number that leads to its thing', async () => {
  const { body } = await decode(frame([...section(8 + 16, 2, varint(300 * 8 + 3), varint(8 + 7)), ...section(12 + 16, 1, 2 * 8)]));
  assert.deepEqual(body, { caseStages: [{ id: 300, stage: 3 }, { id: 301, stage: 7 }], cellsOverdue: [{ id: 2, overdue: 0 }] });
  assert.throws(() => readBody(Uint8Array.from(section(8 + 16, 3, 8, 16)), 0), RangeError);
});

test('sections of kinds it does not know are skipped', async () => {
  const { body } = await decode(frame([...section(15, 1, 2, 3), ...section(31, 1, 2, 3), ...section(6, 1, 4)]));
  assert.deepEqual(body, { casesGone: [4] });
});

test('a deflated body is inflated', async () => {
  const { body } = await decode(frame(deflateRawSync(Uint8Array.from(section(6, 1, 4))), { bits: 8 }));
  assert.deepEqual(body, { casesGone: [4] });
});

test('base64 comes back as its bytes', () => assert.deepEqual(fromBase64('AP+A'), Uint8Array.of(0, 255, 128)));

test('frames cut short, of another version or with lies in them are refused', async () => {
  for (let length = 0; length < head().length; length++) await assert.rejects(decode(frame([]).subarray(0, length)), RangeError);
  await assert.rejects(decode(frame([], { version: 1 })), /version 1/);
  const whole = section(2, 1, 0, 2, zigzag(-400), zigzag(60000), 2, 5, zigzag(1));
  for (let length = 1; length < whole.length; length++) assert.throws(() => readBody(Uint8Array.from(whole.slice(0, length)), 0), RangeError);
  assert.throws(() => readBody(Uint8Array.from([...varint(2 ** 31 * 32 + 6), 1, 1]), 0), /says that it holds/);
  assert.throws(() => readBody(Uint8Array.from(section(6, 1, ...Array(12).fill(0xff), 1)), 0), /64 bits/);
});
