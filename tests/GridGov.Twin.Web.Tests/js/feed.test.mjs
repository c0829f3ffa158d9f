import assert from 'node:assert/strict';
import test from 'node:test';
import { createFeed } from '../../../twin-web/GridGov.Twin.Web/wwwroot/twin/feed.js';

const soon = () => new Promise(resolve => setTimeout(resolve, 5));

function hub({ fails = 0 } = {}) {
  const seen = { opened: [], invoked: [], stopped: 0, subscriber: null, close: null };
  const connect = () => ({
    onclose: listener => { seen.close = listener; },
    start: async () => { if (fails-- > 0) throw new Error('no host'); },
    stop: async () => { seen.stopped++; },
    stream: (...call) => { seen.opened.push(call); return { subscribe: s => { seen.subscriber = s; return { dispose() {} }; } }; },
    invoke: async (...call) => void seen.invoked.push(call),
  });
  return { seen, connect };
}

// A frame without a body: version 3, and a clock at 0.
const bytes = (sequence, bits = 0) => Uint8Array.of(0x70 | bits, sequence, 0, 0, 0, 0, 0, 0);
const clockless = sequence => Uint8Array.of(0x60, sequence);

function start(host, frame = () => true) {
  const states = [];
  const frames = [];
  const feed = createFeed({ connect: host.connect, world: 'w', on: { state: name => states.push(name), frame: f => { frames.push(f.sequence); return frame(f); } } });
  return { feed, states, frames };
}

test('the first look opens the stream with its rectangle; later ones are sent once things are calm', async t => {
  const host = hub();
  const { feed } = start(host);
  feed.look({ west: 1 });
  await soon();
  assert.deepEqual(host.seen.opened, [['View', 'w', { west: 1 }]]);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  feed.look({ west: 2 });
  feed.look({ west: 3 });
  t.mock.timers.tick(250);
  assert.deepEqual(host.seen.invoked, [['Look', 'w', { west: 3 }]]);
  feed.dispose();
});

test('frames are applied in the order they came', async () => {
  const host = hub();
  const { feed, frames, states } = start(host);
  feed.look({});
  await soon();
  for (let i = 1; i <= 20; i++) host.seen.subscriber.next(bytes(i, i === 1 ? 1 : 0));
  await soon();
  assert.deepEqual(frames, Array.from({ length: 20 }, (_, i) => i + 1));
  assert.deepEqual([states[0], states.at(-1)], ['connecting', 'live']);
  feed.dispose();
});

test('a frame that does not follow asks for one key frame, not for many', async () => {
  const host = hub();
  const { feed } = start(host, frame => frame.key);
  feed.look({});
  await soon();
  for (const sequence of [5, 6, 7]) host.seen.subscriber.next(bytes(sequence));
  await soon();
  assert.deepEqual(host.seen.invoked, [['Resync', 'w']]);
  host.seen.subscriber.next(bytes(8, 1));
  host.seen.subscriber.next(bytes(10));
  await soon();
  assert.equal(host.seen.invoked.length, 2);
  feed.dispose();
});

test('a frame that says it lagged is told, and a broken one does not stop the stream', async () => {
  const host = hub();
  const { feed, states, frames } = start(host);
  feed.look({});
  await soon();
  host.seen.subscriber.next(bytes(1, 5));
  host.seen.subscriber.next(new Uint8Array(3));
  host.seen.subscriber.next(bytes(2));
  await soon();
  assert.deepEqual(frames, [1, 2]);
  assert.deepEqual(states, ['connecting', 'lagging', 'lagging', 'live']);
  feed.dispose();
});

test('what does not tell the clock follows a frame that did, on the same connection', async () => {
  const host = hub();
  const { feed, frames, states } = start(host);
  feed.look({});
  await soon();
  host.seen.subscriber.next(clockless(1));
  host.seen.subscriber.next(bytes(2, 1));
  host.seen.subscriber.next(clockless(3));
  await soon();
  assert.deepEqual([frames, states], [[2, 3], ['connecting', 'lagging', 'live', 'live']]);
  feed.dispose();
});

test('it connects again after a lost connection and after a failed start', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const turns = async () => { for (let i = 0; i < 10; i++) await Promise.resolve(); };
  const host = hub({ fails: 1 });
  const { feed, states } = start(host);
  feed.look({});
  await turns();
  assert.deepEqual(states, ['connecting', 'lost']);
  t.mock.timers.tick(500);
  await turns();
  assert.equal(host.seen.opened.length, 1);
  host.seen.close(new Error('gone'));
  t.mock.timers.tick(1000);
  await turns();
  assert.equal(host.seen.opened.length, 2);
  assert.deepEqual(states, ['connecting', 'lost', 'connecting', 'lost', 'connecting']);
  feed.dispose();
});

test('after dispose nothing is opened any more', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const host = hub();
  const { feed, states } = start(host);
  feed.look({});
  feed.dispose();
  t.mock.timers.tick(60_000);
  for (let i = 0; i < 10; i++) await Promise.resolve();
  assert.deepEqual([host.seen.opened.length, states], [0, ['connecting']]);
});
