// SignalR's JSON protocol, but for frames, which come as the bytes they are instead of in base64. Each message is its length as LEB128, and then
// either JSON's text or a 2, the length of the stream's id, the id, and the frame.

const item = 2;
const binary = 2;   // SignalR's name for sockets that carry bytes

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The protocol for a connection; `json` is SignalR's own. */
export function framesProtocol(json) {
  return { name: 'twin-frames', version: 1, transferFormat: binary, writeMessage, parseMessages };

  function writeMessage(message) {
    const text = encoder.encode(json.writeMessage(message));
    const length = [];
    let rest = text.length;
    for (; rest >= 128; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128);
    return Uint8Array.from([...length, rest, ...text]).buffer;
  }

  function parseMessages(input, logger) {
    return cut(new Uint8Array(input)).flatMap(part => (part[0] === item ? [frameOf(part)] : json.parseMessages(decoder.decode(part), logger)));
  }
}

function frameOf(part) {
  const at = 2 + part[1];
  return { type: item, invocationId: decoder.decode(part.subarray(2, at)), item: part.subarray(at) };
}

// The messages in the bytes: sockets keep them whole.
function cut(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length;) {
    let [length, scale, byte] = [0, 1, 128];
    for (; byte >= 128; scale *= 128) {
      if (at >= bytes.length) throw new RangeError('the bytes end in the middle of a length');
      byte = bytes[at++];
      length += (byte & 127) * scale;
    }
    if (at + length > bytes.length) throw new RangeError(`a message of ${length} bytes in ${bytes.length - at}`);
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}
