import assert from 'node:assert/strict';
import test from 'node:test';
import { createLive, overdue } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/live.js';

const frame = (sequence, body, rest = {}) => ({ key: false, aggregate: false, sequence, body, ...rest });
const key = (sequence, body, rest = {}) => frame(sequence, body, { key: true, ...rest });

test('a key frame replaces everything, whatever its sequence', () => {
  const live = createLive();
  live.apply(key(5, { cases: [{ id: 1 }, { id: 2 }], officers: [{ id: 3 }] }));
  live.apply(key(2, { cases: [{ id: 9 }] }));
  assert.deepEqual([[...live.cases.keys()], live.officers.size], [[9], 0]);
});

test('a delta changes, adds and removes only what it names', () => {
  const live = createLive();
  live.apply(key(1, { cases: [{ id: 1, stage: 0 }, { id: 2, stage: 0 }], officers: [{ id: 3 }], devices: [{ id: 4, state: 1 }] }));
  const changed = live.apply(frame(2, { cases: [{ id: 2, stage: 3 }, { id: 7, stage: 0 }], casesGone: [1], officersGone: [3] }));
  assert.deepEqual([...changed].sort(), ['cases', 'officers']);
  assert.deepEqual([[...live.cases.keys()], live.cases.get(2).stage, live.officers.size, live.devices.size], [[2, 7], 3, 0, 1]);
});

test('a part of a case or a cell is laid over what is known, and what was handed out before stays as it was', () => {
  const live = createLive();
  live.apply(key(1, { cases: [{ id: 1, stage: 0, weight: 1, urged: false, due: 5 }], cells: [{ id: 2, open: 1, alarms: 0 }] }));
  const before = live.cases.get(1);
  const changed = live.apply(frame(2, {
    caseStages: [{ id: 1, stage: 3 }], caseMarks: [{ id: 1, weight: 1, urged: true }], caseDues: [{ id: 1, due: 9 }], cellsOpen: [{ id: 2, open: 4 }], cellsAlarms: [{ id: 2, alarms: 1 }],
  }));
  assert.deepEqual([...changed].sort(), ['cases', 'cells']);
  assert.deepEqual([live.cases.get(1), live.cells.get(2)], [{ id: 1, stage: 3, weight: 1, urged: true, due: 9 }, { id: 2, open: 4, alarms: 1 }]);
  assert.equal(before.stage, 0);
});

test('a part of what is not known is passed over', () => {
  const live = createLive();
  live.apply(key(1, {}));
  live.apply(frame(2, { caseStages: [{ id: 1, stage: 3 }] }));
  assert.equal(live.cases.size, 0);
});

test('a delta that does not follow, or comes before any key frame, is refused', () => {
  const live = createLive();
  assert.equal(live.apply(frame(1, { cells: [{ id: 0 }] })), null);
  live.apply(key(4, {}));
  assert.equal(live.apply(frame(6, {})), null);
  assert.equal(live.apply(frame(4, { cells: [{ id: 0 }] })), null);
  assert.notEqual(live.apply(frame(5, {})), null);
});

test('after 255 the count of frames begins at 0 again', () => {
  const live = createLive();
  live.apply(key(255, {}));
  assert.equal(live.apply(frame(1, {})), null);
  assert.notEqual(live.apply(frame(0, {})), null);
});

test('a heartbeat at the sequence where it stands changes nothing', () => {
  const live = createLive();
  live.apply(key(4, {}));
  assert.deepEqual([...live.apply(frame(4, {}))], []);
});

test('it tells when the view turns to sums of cells', () => {
  const live = createLive();
  live.apply(key(1, {}));
  assert.ok(live.apply(key(2, { cells: [{ id: 1, open: 3 }] }, { aggregate: true })).has('aggregate'));
  assert.equal(live.aggregate, true);
});

test('a case whose clock stands is never overdue', () => {
  assert.equal(overdue({ due: 0 }, 10), false);
  assert.equal(overdue({ due: 9 }, 10), true);
  assert.equal(overdue({ due: 10 }, 10), false);
});
