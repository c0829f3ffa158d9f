// The names of things: `case/123`, `cell/CODE`, `building/45`, `device/CODE`, `officer/7`. Inside the map, cells and devices go by index.

const kinds = new Set(['case', 'cell', 'building', 'device', 'officer']);

export function createNames(city) {
  const indexes = { cell: indexOf(city.cells), device: indexOf(city.devices) };

  /** { kind, id } of a name, or null for none, an unknown kind, code or number. */
  function parse(name) {
    const [kind, rest, more] = (name ?? '').split('/');
    if (!kinds.has(kind) || !rest || more !== undefined) return null;
    const id = indexes[kind] ? indexes[kind].get(rest) : /^\d{1,15}$/.test(rest) ? Number(rest) : undefined;
    return id === undefined ? null : { kind, id };
  }

  /** The name of a thing by its kind and index or number. */
  function name(kind, id) {
    const list = { cell: city.cells, device: city.devices }[kind];
    return `${kind}/${list ? list[id].code : id}`;
  }

  return { parse, name };
}

const indexOf = list => new Map(list.map((item, i) => [item.code, i]));
