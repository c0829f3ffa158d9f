// Decodes the binary frames of the map stream. All of it is pure but for the browser's own inflater.

const version = 3;
const flagBits = 5;
const joined = 16;  // added to the kind where values and numbers are joined: see split
const kinds = 32;   // a section's tag is its kind, and above that how many things it holds

export const flags = { key: 1, aggregate: 2, lagged: 4, deflated: 8, clock: 16 };

/** Reads bytes front to back; throws a RangeError past the end. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  u8() {
    if (this.at >= this.bytes.length) throw new RangeError('the frame ends in the middle of a value');
    return this.bytes[this.at++];
  }

  /** Unsigned LEB128, exact up to 2^53. */
  varint() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
      if (scale > 2 ** 63) throw new RangeError('a number in the frame is longer than 64 bits');
    }
  }

  zigzag() {
    return unzigzag(this.varint());
  }

  f32() {
    const part = this.part(4).bytes;
    return new DataView(part.buffer, part.byteOffset, 4).getFloat32(0, true);
  }

  part(length) {
    if (this.at + length > this.bytes.length) throw new RangeError('a part is longer than its frame');
    const part = new Reader(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return part;
  }
}

const unzigzag = value => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

const column = (n, read) => {
  const values = new Array(n);
  for (let i = 0; i < n; i++) values[i] = read(i);
  return values;
};

function ids(reader, n) {
  if (n > reader.bytes.length) throw new RangeError(`a section of ${reader.bytes.length} bytes says that it holds ${n} things`);
  let last = 0;
  return column(n, () => (last += reader.varint()));
}

// The numbers of things, and the one byte of each that stands in the lowest three bits of what leads to it.
function split(reader, n) {
  const values = new Uint8Array(Math.min(n, reader.bytes.length));
  const leads = column(values.length, i => {
    const value = reader.varint();
    values[i] = value % 8;
    return Math.floor(value / 8);
  });
  let last = 0;
  return [leads.map(lead => (last += lead)), new Reader(values)];
}

function path(reader) {
  const nodes = reader.varint();
  if (nodes > reader.bytes.length) throw new RangeError('a way is longer than its section');
  let last = 0;
  return column(nodes, i => (last = i === 0 ? reader.varint() : last + reader.zigzag()));
}

const zip = (keys, columns) =>
  keys.map((id, i) => {
    const thing = { id };
    for (const name in columns) thing[name] = columns[name][i];
    return thing;
  });

// 0 is a clock that stands; other times are told by their distance from now.
function due(reader, now) {
  const value = reader.varint();
  return value === 0 ? 0 : now + unzigzag(value - 1);
}

const marks = bits => ({ weight: bits & 3, urged: (bits & 4) !== 0 });
const bytes = name => (r, id, n) => zip(id, { [name]: column(n, () => r.u8()) });

// By kind. Those that end in a part's name say only what is new of things the viewer knows.
const sections = {
  1: ['cells', (r, id, n) => zip(id, { open: column(n, () => r.u8()), overdue: column(n, () => r.u8()), officers: column(n, () => r.u8()), alarms: column(n, () => r.u8()) })],
  2: ['officers', (r, id, n, now) => {
    const doing = column(n, () => r.u8());
    const depart = column(n, () => now + r.zigzag());
    const arrive = column(n, () => now + r.zigzag());
    return zip(id, { doing, depart, arrive, path: column(n, () => path(r)) });
  }],
  3: ['cases', (r, id, n, now) => {
    const stage = column(n, () => r.u8());
    const bits = column(n, () => marks(r.u8()));
    return zip(id, {
      stage,
      weight: bits.map(b => b.weight),
      urged: bits.map(b => b.urged),
      kind: column(n, () => r.varint()),
      cell: column(n, () => r.varint()),
      east: column(n, () => r.zigzag() / 10),
      north: column(n, () => r.zigzag() / 10),
      due: column(n, () => due(r, now)),
    });
  }],
  4: ['devices', bytes('state')],
  5: ['buildings', bytes('failed')],
  6: ['casesGone', (_, id) => id],
  7: ['officersGone', (_, id) => id],
  8: ['caseStages', bytes('stage')],
  9: ['caseMarks', (r, id) => id.map(id => ({ id, ...marks(r.u8()) }))],
  10: ['caseDues', (r, id, n, now) => zip(id, { due: column(n, () => due(r, now)) })],
  11: ['cellsOpen', bytes('open')],
  12: ['cellsOverdue', bytes('overdue')],
  13: ['cellsOfficers', bytes('officers')],
  14: ['cellsAlarms', bytes('alarms')],
};

/**
 * The header of a frame, and where its body begins. Where it does not tell the clock, that of the frame before it, `last`, runs on.
 * Throws on another version, a frame too short to hold a header, or a first frame without a clock.
 */
export function readHeader(bytes, last) {
  const reader = new Reader(bytes);
  const first = reader.u8();
  if (first >> flagBits !== version) throw new RangeError(`a frame of version ${first >> flagBits}; expected ${version}`);
  const header = {
    clock: (first & flags.clock) !== 0,
    key: (first & flags.key) !== 0,
    aggregate: (first & flags.aggregate) !== 0,
    lagged: (first & flags.lagged) !== 0,
    deflated: (first & flags.deflated) !== 0,
    sequence: reader.u8(),
  };
  if (!header.clock && !last) throw new RangeError('the first frame does not tell the clock');
  return { header: { ...header, ...(header.clock ? readClock(reader) : clockOf(last)) }, bodyAt: reader.at };
}

const readClock = reader => ({ worldNowMs: reader.zigzag(), speed: reader.f32(), serverWallMs: reader.zigzag() });
const clockOf = ({ worldNowMs, speed, serverWallMs }) => ({ worldNowMs, speed, serverWallMs });

/** The sections of an inflated body, by name; kinds it does not know are skipped. */
export function readBody(bytes, worldNowMs) {
  const found = {};
  const reader = new Reader(bytes);
  while (!reader.done) {
    const tag = reader.varint();
    const part = reader.part(reader.varint());
    const [kind, n] = [tag % kinds, Math.floor(tag / kinds)];
    if (!sections[kind % joined]) continue;
    const [name, read] = sections[kind % joined];
    const [id, columns] = kind > joined ? split(part, n) : [ids(part, n), part];
    found[name] = read(columns, id, n, worldNowMs);
  }
  return found;
}

/** Inflates raw deflate with what browsers and Node have built in. */
export async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A whole frame: its header's fields, and `body` by section name. `last` is the frame before it. */
export async function decode(bytes, last) {
  const { header, bodyAt } = readHeader(bytes, last);
  const packed = bytes.subarray(bodyAt);
  const body = header.deflated ? await inflate(packed) : packed;
  return { ...header, bytes: bytes.length, body: readBody(body, header.worldNowMs) };
}

/** The bytes of a base64 string. */
export function fromBase64(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
