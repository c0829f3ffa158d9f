// Cases 案件: pins by stage, urgency and weight; pins too close on the screen become one mark with their number; ended ones fade away.
import { createMarks } from './marks.js';
import { cluster } from './cluster.js';
import { overdue } from './live.js';

const reachPx = heightM => Math.min(54, Math.max(28, 28 + (heightM - 1200) / 80));   // from afar fewer, fuller groups
const aloneM = 320;   // nearer than this every pin stands for itself
const fadeMs = 1600;

export function drawCases(stage, collection) {
  const marks = createMarks(stage, collection);
  const known = new Map();
  const leaving = new Map();
  let sprites = null;
  let groups = [];
  let size = 1;

  const rank = (item, now) => (overdue(item, now) ? 4 : 0) + (item.urged ? 2 : 0) + item.weight;

  /** Takes note of the cases there are; those no longer among them begin to fade. */
  function update(cases, wall, fades) {
    for (const [id, item] of known) if (!cases.has(id) && fades) leaving.set(id, { item, since: wall });
    known.clear();
    for (const [id, item] of cases) {
      known.set(id, item);
      leaving.delete(id);
    }
    if (!fades) leaving.clear();
  }

  /** Groups the pins for the camera as it stands, and draws them. `chosen` (a case number or null) is never hidden in a group. */
  function place(now, heightM, chosen) {
    size = heightM > 1200 ? 0.82 : 1;
    const points = [];
    for (const item of known.values()) {
      const at = stage.toWindow(item.east, item.north);
      if (at) points.push({ item, x: at.x, y: at.y, rank: item.id === chosen ? 99 : rank(item, now) });
    }
    points.sort((a, b) => b.rank - a.rank || a.item.id - b.item.id);
    const own = points.filter(p => heightM < aloneM || p.item.id === chosen);
    const rest = points.filter(p => !(heightM < aloneM || p.item.id === chosen));
    groups = [...own.map(p => ({ x: p.x, y: p.y, members: [p] })), ...cluster(rest, reachPx(heightM))];
    const wanted = new Set();
    for (const group of groups) wanted.add(draw(group, now));
    for (const id of leaving.keys()) wanted.add(`gone/${id}`);
    marks.keep(wanted);
  }

  function draw(group, now) {
    const { item } = group.members[0];
    if (group.members.length === 1) {
      marks.put(item.id, sprites.pin(item.stage, item.weight, overdue(item, now), item.urged), item.east, item.north, { low: true, size });
      return item.id;
    }
    const late = group.members.filter(m => overdue(m.item, now)).length;
    const key = `group/${item.id}`;
    marks.put(key, sprites.cluster(group.members.length, late), item.east, item.north, { size });
    return key;
  }

  /** Draws the fading ones a little fainter. Returns whether any is left. */
  function fade(wall) {
    for (const [id, { item, since }] of leaving) {
      const share = (wall - since) / fadeMs;
      if (share < 1) marks.put(`gone/${id}`, sprites.pin(6, item.weight, false, false), item.east, item.north, { low: true, size, alpha: 1 - share });
      else {
        marks.drop(`gone/${id}`);
        leaving.delete(id);
      }
    }
    return leaving.size > 0;
  }

  function paint(_, pictures) {
    sprites = pictures;
  }

  return { paint, update, place, fade, get groups() { return groups; }, get count() { return marks.count; } };
}
