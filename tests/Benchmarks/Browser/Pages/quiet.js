// Stands in for the SignalR client: one key frame in which nothing is the matter, at noon of a world that stands still.

const noonMs = 12 * 3600000;

function keyFrame() {
  const frame = new DataView(new ArrayBuffer(32));
  frame.setUint8(0, 1);
  frame.setUint8(1, 1);
  frame.setUint32(4, 1, true);
  frame.setFloat64(8, noonMs, true);
  frame.setFloat64(24, Date.now(), true);
  return new Uint8Array(frame.buffer);
}

const connection = {
  onclose() {},
  start: async () => {},
  stop: async () => {},
  invoke: async () => {},
  stream: () => ({
    subscribe(reader) {
      reader.next(keyFrame());
      return { dispose() {} };
    },
  }),
};

class HubConnectionBuilder {
  withUrl() { return this; }
  configureLogging() { return this; }
  build() { return connection; }
}

globalThis.signalR = { HubConnectionBuilder, LogLevel: { Error: 4 } };
