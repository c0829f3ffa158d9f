// Names and counts over the picture, as text of the page: crisp, in the page's fonts. The more important one wins where two would overlap.
import { boxOf } from './shapes.js';

const most = 140;
const gap = 6;

export function drawLabels(stage, city, element) {
  const host = element.appendChild(document.createElement('div'));
  host.className = 'twin-labels';
  const names = [...orgLabels(city), ...groundLabels(city)];
  let counts = [];
  let shown = true;

  /** In aggregate frames: how many open cases each cell holds. */
  function count(cells, aggregate) {
    const wanted = aggregate ? [...cells.values()].filter(c => c.open > 0).sort((a, b) => b.open - a.open).slice(0, most) : [];
    const kept = new Map(counts.map(label => [label.cell, label]));
    const next = wanted.map(cell => {
      const [east, north] = city.cells[cell.id].centre;
      const label = kept.get(cell.id) ?? { cell: cell.id, east, north, fits: () => true };
      kept.delete(cell.id);
      return change(Object.assign(label, { name: cell.overdue > 0 ? 'count late' : 'count', text: cell.open === 255 ? '255+' : String(cell.open), rank: 200 + cell.open }));
    });
    for (const label of kept.values()) label.span?.remove();
    counts = next;
  }

  /** Puts the labels where the camera now sees their places, clear of the pins at `pins` ({ x, y } in pixels). */
  function place(heightM, pins) {
    if (!shown && counts.length === 0) return;
    const { clientWidth, clientHeight } = stage.scene.canvas;
    const taken = [];
    const pinned = pins.map(pin => [pin.x - 9, pin.y - 30, pin.x + 9, pin.y + 4]);
    const order = [...counts, ...(shown ? names : [])].sort((a, b) => b.rank - a.rank);
    for (const label of order) {
      const at = label.fits(heightM) ? stage.toWindow(label.east, label.north) : null;
      const inView = at && at.x > -40 && at.y > -10 && at.x < clientWidth + 40 && at.y < clientHeight + 10;
      show(label, inView && free(label, at, label.rank < 100 ? [...taken, ...pinned] : taken, taken) ? at : null);
    }
  }

  function free(label, at, others, taken) {
    const width = (label.width ??= measure(label));
    const box = [at.x - width / 2 - gap, at.y - 11, at.x + width / 2 + gap, at.y + 11];
    if (others.some(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) return false;
    taken.push(box);
    return true;
  }

  function measure(label) {
    show(label, { x: 0, y: 0 });
    return label.span.offsetWidth;
  }

  function show(label, at) {
    if (!at) {
      if (label.span && !label.hidden) label.span.hidden = label.hidden = true;
      return;
    }
    if (!label.span) change(Object.assign(label, { span: host.appendChild(document.createElement('span')) }));
    if (label.hidden !== false) label.span.hidden = label.hidden = false;
    label.span.style.transform = `translate(-50%, -50%) translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
  }

  function change(label) {
    if (!label.span) return label;
    if (label.span.textContent !== label.text) [label.span.textContent, label.width] = [label.text, undefined];
    if (label.span.className !== label.name) label.span.className = label.name;
    return label;
  }

  function toggle(on) {
    shown = on;
    if (!on) names.forEach(label => show(label, null));
  }

  return { count, place, toggle, dispose: () => host.remove() };
}

// Streets 街道 and communities, in the middle of their cells.
function orgLabels(city) {
  const members = new Map();
  for (const cell of city.cells) {
    for (let unit = cell.community; unit >= 0; unit = city.org[unit].parent) members.set(unit, [...(members.get(unit) ?? []), cell.centre]);
  }
  return city.org.flatMap((unit, i) => {
    if (unit.level === 'district' || !members.has(i)) return [];
    const places = members.get(i);
    const [east, north] = [0, 1].map(k => places.reduce((sum, p) => sum + p[k], 0) / places.length);
    const street = unit.level === 'street';
    return [{ text: unit.name, name: street ? 'street' : 'community', east, north, rank: street ? 100 : 50, fits: h => (street ? h > 350 : h < 2200) }];
  });
}

function groundLabels(city) {
  return city.ground.filter(g => g.name).map(g => {
    const box = boxOf(g.ring);
    return { text: g.name, name: 'ground', east: (box.west + box.east) / 2, north: (box.south + box.north) / 2, rank: 30, fits: h => h < 2600 };
  });
}
