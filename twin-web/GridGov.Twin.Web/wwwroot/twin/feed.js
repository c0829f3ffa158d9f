// The stream of frames from the hub: connects again by itself, asks for a key frame after a gap, and says which rectangle is looked at.
import { decode, fromBase64 } from './frame.js';

const retryMs = [500, 1000, 2000, 4000, 8000];
const lookMs = 250;
const askAgainMs = 2000;

/**
 * `connect()` makes a SignalR connection; `on` has frame(frame) → false when it does not follow (a key frame is asked for),
 * and state(name, problem): connecting, live, lagging, lost.
 */
export function createFeed({ connect, world, on }) {
  let connection = null;
  let stream = null;
  let rectangle = null;
  let looking = null;
  let retrying = null;
  let attempt = 0;
  let closed = false;
  let askedAt = -Infinity;
  let last = null;
  let order = Promise.resolve();

  async function open() {
    if (closed) return;
    on.state('connecting');
    const mine = connect();
    connection = mine;
    mine.onclose(error => mine === connection && lose(error));
    try {
      await mine.start();
      if (closed || mine !== connection) return void mine.stop();
      follow(mine);
    } catch (error) {
      if (mine === connection) lose(error);
    }
  }

  function follow(mine) {
    askedAt = -Infinity;
    last = null;
    stream = mine.stream('View', world, rectangle).subscribe({
      next: item => mine === connection && receive(item),
      error: error => mine === connection && lose(error),
      complete: () => mine === connection && lose(),
    });
  }

  // Frames are inflated asynchronously but must be applied in the order they came.
  function receive(item) {
    order = order.then(async () => {
      const frame = await decode(typeof item === 'string' ? fromBase64(item) : item, last);
      if (closed) return;
      last = frame;
      attempt = 0;
      on.state(frame.lagged ? 'lagging' : 'live');
      if (frame.key) askedAt = -Infinity;
      if (on.frame(frame) === false) await resync();
    }).catch(error => on.state('lagging', error));
  }

  // Asks once, and again only when no key frame that can be read has come for a while.
  async function resync() {
    if (!stream || performance.now() - askedAt < askAgainMs) return;
    askedAt = performance.now();
    await connection.invoke('Resync', world).catch(() => { askedAt = -Infinity; });
  }

  function lose(error) {
    const old = connection;
    connection = null;
    stream?.dispose();
    stream = null;
    Promise.resolve(old?.stop()).catch(() => {});
    if (closed) return;
    on.state('lost', error);
    retrying = setTimeout(open, retryMs[Math.min(attempt++, retryMs.length - 1)]);
  }

  /** The camera sees this rectangle now: { west, south, east, north, heightM }. The first call opens the stream. */
  function look(seen) {
    const first = rectangle === null;
    rectangle = seen;
    if (first) return void open();
    looking ??= setTimeout(() => {
      looking = null;
      if (stream) connection.invoke('Look', world, rectangle).catch(error => on.state('lagging', error));
    }, lookMs);
  }

  function dispose() {
    closed = true;
    clearTimeout(looking);
    clearTimeout(retrying);
    lose();
  }

  return { look, dispose };
}
