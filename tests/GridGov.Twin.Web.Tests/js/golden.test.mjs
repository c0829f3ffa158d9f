// The frames the server's writer is held to must mean the same in the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { decode, fromBase64 } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/frame.js';

const golden = JSON.parse(readFileSync(new URL('../../GridGov.Twin.Contracts.Tests/Map/frames.json', import.meta.url)));
const number = value => (value === 'Infinity' ? Infinity : value);
const part = {
  caseStages: p => ({ id: p.case, stage: p.value }), caseMarks: p => ({ id: p.case, weight: p.value & 3, urged: (p.value & 4) !== 0 }), caseDues: p => ({ id: p.case, due: p.dueMs }),
  cellsOpen: p => ({ id: p.cell, open: p.count }), cellsOverdue: p => ({ id: p.cell, overdue: p.count }),
  cellsOfficers: p => ({ id: p.cell, officers: p.count }), cellsAlarms: p => ({ id: p.cell, alarms: p.count }),
};

for (const { name, base64, frame } of golden) {
  test(`the server's frame is understood: ${name}`, async () => {
    const { body, ...head } = await decode(fromBase64(base64), { worldNowMs: frame.head.nowMs, speed: frame.head.speed, serverWallMs: frame.head.wallMs });
    const flags = (head.key ? 1 : 0) | (head.aggregate ? 2 : 0) | (head.lagged ? 4 : 0) | (head.clock ? 16 : 0);
    assert.deepEqual([flags, head.sequence, head.worldNowMs, head.speed, head.serverWallMs],
      [frame.head.flags, frame.head.sequence, frame.head.nowMs, number(frame.head.speed), frame.head.wallMs]);
    assert.deepEqual(body.cells ?? [], frame.cells.map(({ cell, ...rest }) => ({ id: cell, ...rest })));
    assert.deepEqual((body.officers ?? []).map(({ id, doing, path }) => ({ id, doing, path })),
      frame.officers.map(({ officer, doing, path }) => ({ id: officer, doing, path })));
    const moving = legs => legs.filter(leg => leg.path.length > 1);
    assert.deepEqual(moving(body.officers ?? []).map(leg => [leg.depart, leg.arrive]), moving(frame.officers).map(leg => [leg.departMs, leg.arriveMs]));
    assert.deepEqual(body.cases ?? [], frame.cases.map(pin => ({
      id: pin.case, stage: pin.stage, weight: pin.marks & 3, urged: (pin.marks & 4) !== 0, kind: pin.kind, cell: pin.cell,
      east: pin.eastDm / 10, north: pin.northDm / 10, due: pin.dueMs,
    })));
    assert.deepEqual(body.devices ?? [], frame.devices.map(({ index, state }) => ({ id: index, state })));
    assert.deepEqual(body.buildings ?? [], frame.buildings.map(({ index, state }) => ({ id: index, failed: state })));
    for (const name of ['caseStages', 'caseMarks', 'caseDues', 'cellsOpen', 'cellsOverdue', 'cellsOfficers', 'cellsAlarms']) assert.deepEqual(body[name] ?? [], frame[name].map(part[name]), name);
    assert.deepEqual(body.casesGone ?? [], frame.casesGone);
    assert.deepEqual(body.officersGone ?? [], frame.officersGone);
  });
}
