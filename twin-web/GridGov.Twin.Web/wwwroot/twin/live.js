// What the viewer knows of the world now: frames are applied to it, and it says what they changed.

const single = ['officers', 'cases', 'devices', 'buildings'];
const parts = { cases: ['caseStages', 'caseMarks', 'caseDues'], cells: ['cellsOpen', 'cellsOverdue', 'cellsOfficers', 'cellsAlarms'] };
const sequences = 256;   // after 255 comes 0
export const doings = ['off', 'waiting', 'patrolling', 'looking', 'going', 'working'];
export const stages = ['report', 'filing', 'dispatch', 'handling', 'check', 'closing', 'ended'];

export function createLive() {
  const live = { cells: new Map(), officers: new Map(), cases: new Map(), devices: new Map(), buildings: new Map(), aggregate: false, sequence: null };

  /** Applies a decoded frame. Returns the names of what changed, or null when the frame does not follow the last one: ask for a key frame. */
  live.apply = frame => {
    if (!frame.key && (live.sequence === null || frame.sequence !== (live.sequence + 1) % sequences)) {
      // A heartbeat carries only the clock, and repeats the sequence it stands at.
      return frame.sequence === live.sequence && Object.keys(frame.body).length === 0 ? new Set() : null;
    }
    live.sequence = frame.sequence;
    const changed = new Set();
    if (live.aggregate !== frame.aggregate) changed.add('aggregate');
    live.aggregate = frame.aggregate;
    if (frame.key) replace(frame.body, changed);
    else merge(frame.body, changed);
    return changed;
  };

  function replace(body, changed) {
    for (const name of ['cells', ...single]) {
      live[name] = new Map((body[name] ?? []).map(thing => [thing.id, thing]));
      changed.add(name);
    }
  }

  function merge(body, changed) {
    for (const name of ['cells', ...single]) {
      for (const thing of body[name] ?? []) live[name].set(thing.id, thing);
      if (body[name]?.length) changed.add(name);
    }
    for (const name in parts) for (const section of parts[name]) amend(name, body[section], changed);
    drop('cases', body.casesGone, changed);
    drop('officers', body.officersGone, changed);
  }

  // Things are replaced, never written to: others may still hold what they were.
  function amend(name, news, changed) {
    for (const part of news ?? []) if (live[name].has(part.id)) live[name].set(part.id, { ...live[name].get(part.id), ...part });
    if (news?.length) changed.add(name);
  }

  function drop(name, gone, changed) {
    for (const id of gone ?? []) live[name].delete(id);
    if (gone?.length) changed.add(name);
  }

  return live;
}

/** Whether a case is past its due time. A clock that stands (due 0) is not. */
export const overdue = (item, worldNow) => item.due > 0 && item.due < worldNow;
