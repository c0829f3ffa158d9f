// Where a thing is, in metres from the anchor.

export function createPlaces(root, city, live, officers) {
  /** What the viewer knows by itself: { east, north, rangeM }, or null. `rangeM` is a good distance to look at it from. */
  function known({ kind, id }) {
    if (kind === 'cell') return place(city.cells[id].centre, 520);
    if (kind === 'device') return place(city.devices[id].at, 260);
    if (kind === 'case' && live.cases.has(id)) return place([live.cases.get(id).east, live.cases.get(id).north], 320);
    if (kind === 'officer' && officers.positionOf(id)) return place([officers.positionOf(id).east, officers.positionOf(id).north], 420);
    return null;
  }

  /** Asks the host about what the stream does not tell. Null when it does not know either. */
  async function find(thing) {
    const here = known(thing);
    if (here) return here;
    const answer = await fetch(`${root}/${thing.kind}s/${thing.id}`, { headers: { accept: 'application/json' } }).catch(() => null);
    const found = answer?.ok ? await answer.json() : null;
    const at = found?.at ?? found?.row?.at;
    return at ? place([at.eastM, at.northM], thing.kind === 'building' ? 380 : 320) : null;
  }

  return { known, find };
}

const place = ([east, north], rangeM) => ({ east, north, rangeM });
