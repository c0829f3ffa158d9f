import assert from 'node:assert/strict';
import test from 'node:test';
import { framesProtocol } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/protocol.js';

const end = '\u001e';
const json = { writeMessage: message => JSON.stringify(message) + end, parseMessages: text => text.split(end).filter(Boolean).map(part => JSON.parse(part)) };
const protocol = framesProtocol(json);
const joined = (...parts) => Uint8Array.from(parts.flatMap(part => [...new Uint8Array(part)])).buffer;

test('what is not a frame is JSON behind its length', () => {
  const message = { type: 1, target: 'Look', arguments: ['世界', 'x'.repeat(200)] };
  const bytes = new Uint8Array(protocol.writeMessage(message));
  assert.equal((bytes[0] & 127) + bytes[1] * 128, bytes.length - 2);
  assert.deepEqual(protocol.parseMessages(bytes.buffer), [message]);
});

test('frames come as bytes between other messages', () => {
  const [ping, close] = [{ type: 6 }, { type: 7, error: 'gone' }];
  const frame = Uint8Array.of(7, 2, 2, 0x31, 0x32, 0, 255, 128);
  assert.deepEqual(protocol.parseMessages(joined(protocol.writeMessage(ping), frame, protocol.writeMessage(close))),
    [ping, { type: 2, invocationId: '12', item: Uint8Array.of(0, 255, 128) }, close]);
});

test('bytes cut short are refused', () => {
  assert.throws(() => protocol.parseMessages(Uint8Array.of(7, 2, 1).buffer), /7 bytes in 2/);
  assert.throws(() => protocol.parseMessages(Uint8Array.of(200).buffer), /middle of a length/);
});
