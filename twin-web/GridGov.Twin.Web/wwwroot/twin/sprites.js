// The small pictures of pins, officers and devices, drawn once each on a canvas at twice their size.

const scale = 2;
const ring = (c, x, y, r, width, colour) => { c.beginPath(); c.arc(x, y, r, 0, 2 * Math.PI); c.lineWidth = width; c.strokeStyle = colour; c.stroke(); };
const dot = (c, x, y, r, colour) => { c.beginPath(); c.arc(x, y, r, 0, 2 * Math.PI); c.fillStyle = colour; c.fill(); };

/** Keeps one canvas per key, for as long as the map uses these colours. */
export function createSprites(palette) {
  const made = new Map();
  const edge = palette.name === 'dark' ? '#0b121c' : '#ffffff';

  function sprite(key, width, height, draw) {
    if (!made.has(key)) {
      const canvas = document.createElement('canvas');
      canvas.width = width * scale;
      canvas.height = height * scale;
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      draw(context);
      made.set(key, canvas);
    }
    return { key: `${palette.name}/${key}`, image: made.get(key), scale: 1 / scale };
  }

  /** A case: a pin coloured by stage, ringed when late, with a mark when urged; bigger the weightier it is. Its tip is the bottom middle. */
  const pin = (stage, weight, late, urged) => sprite(`pin/${stage}/${weight}/${late}/${urged}`, 34, 42, c => {
    const r = 8 + weight * 1.7;
    const [x, y] = [15, 40 - r * 2.1];
    if (late) { ring(c, x, y, r + 3, 2.4, palette.overdue); }
    c.beginPath();
    c.arc(x, y, r, Math.PI * 0.82, Math.PI * 2.18);
    c.lineTo(x, 40);
    c.closePath();
    c.fillStyle = palette.stage[stage];
    c.fill();
    c.lineWidth = 1.6;
    c.strokeStyle = edge;
    c.stroke();
    dot(c, x, y, r * 0.42, edge);
    if (urged) badge(c, x + r + 1, y - r + 1);
  });

  function badge(c, x, y) {
    dot(c, x, y, 6, palette.overdue);
    c.fillStyle = '#fff';
    c.fillRect(x - 1, y - 3.8, 2, 4.6);
    c.fillRect(x - 1, y + 1.8, 2, 2);
  }

  /** Several cases too close to tell apart; the arc shows how many of them are late. */
  const cluster = (count, late) => {
    const text = count > 99 ? '99+' : String(count);
    const share = late === 0 ? 0 : Math.max(1, Math.round((late / count) * 8));
    return sprite(`cluster/${text}/${share}`, 40, 40, c => {
      const r = count > 20 ? 16 : count > 6 ? 14 : 12;
      dot(c, 20, 20, r, palette.name === 'dark' ? '#22344cf2' : '#ffffffF5');
      ring(c, 20, 20, r, 2, palette.name === 'dark' ? '#7fa6cc' : '#5f7f9f');
      if (share) { c.beginPath(); c.arc(20, 20, r, -Math.PI / 2, -Math.PI / 2 + (share / 8) * 2 * Math.PI); c.lineWidth = 3.4; c.strokeStyle = palette.overdue; c.stroke(); }
      c.font = `600 ${count > 99 ? 10 : 12}px system-ui, sans-serif`;
      c.textAlign = 'center';
      c.textBaseline = 'middle';
      c.fillStyle = palette.name === 'dark' ? '#eaf2fb' : '#22303f';
      c.fillText(text, 20, 20.5);
    });
  };

  /** An officer: a round mark for those on foot, an arrow-head for those riding to a task. */
  const officer = how => sprite(`officer/${how}`, 22, 22, c => {
    const colour = palette.officer[how];
    dot(c, 11, 11, 10, `${colour}38`);
    if (how === 'riding') {
      c.beginPath();
      c.moveTo(11, 3);
      c.lineTo(17.5, 17);
      c.lineTo(11, 13.6);
      c.lineTo(4.5, 17);
      c.closePath();
      c.fillStyle = colour;
      c.fill();
      c.lineWidth = 1.4;
      c.strokeStyle = edge;
      c.stroke();
      return;
    }
    dot(c, 11, 11, 6.4, edge);
    dot(c, 11, 11, 5.2, colour);
    if (how === 'working') dot(c, 11, 11, 2, edge);
  });

  /** A device: a small square with its kind's shape; grey when broken, pale when silenced, red in alarm. */
  const device = (kind, how) => sprite(`device/${kind}/${how}`, 16, 16, c => {
    const colour = how === 'broken' ? '#7b838d' : how === 'alarm' ? palette.overdue : palette.device[kind] ?? '#9aa7b5';
    c.globalAlpha = how === 'silenced' ? 0.45 : 1;
    c.beginPath();
    c.roundRect(2.5, 2.5, 11, 11, 3.2);
    c.fillStyle = how === 'alarm' ? colour : palette.name === 'dark' ? '#121c29' : '#ffffff';
    c.fill();
    c.lineWidth = 1.4;
    c.strokeStyle = colour;
    c.stroke();
    glyph(c, kind, how === 'alarm' ? '#fff' : colour);
    if (how === 'broken' || how === 'silenced') { c.beginPath(); c.moveTo(3.5, 12.5); c.lineTo(12.5, 3.5); c.lineWidth = 1.4; c.strokeStyle = colour; c.stroke(); }
  });

  /** The ring that grows around an alarm. */
  const pulse = () => sprite('pulse', 44, 44, c => { ring(c, 22, 22, 19, 2.4, palette.overdue); ring(c, 22, 22, 15, 5, `${palette.overdue}33`); });

  /** The mark around what is selected. */
  const chosen = () => sprite('chosen', 48, 48, c => { ring(c, 24, 24, 20, 5, `${palette.chosen}40`); ring(c, 24, 24, 20, 2, palette.chosen); });

  return { pin, cluster, officer, device, pulse, chosen };
}

// What tells the kinds of device apart, inside an 8 × 8 box around (8, 8).
function glyph(c, kind, colour) {
  c.fillStyle = colour;
  c.strokeStyle = colour;
  c.lineWidth = 1.2;
  const line = (...points) => { c.beginPath(); points.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y))); c.stroke(); };
  if (kind === 'camera') { c.fillRect(4.6, 6.2, 4.6, 3.8); line([9.2, 8.8], [11.2, 6.8], [11.2, 9.6], [9.2, 7.6]); }
  else if (kind === 'manhole') { ring(c, 8, 8, 2.8, 1.2, colour); line([5.4, 8], [10.6, 8]); }
  else if (kind === 'water-depth') { line([4.8, 7], [6.4, 6], [8, 7], [9.6, 6], [11.2, 7]); line([4.8, 10], [6.4, 9], [8, 10], [9.6, 9], [11.2, 10]); }
  else if (kind === 'pressure') { c.beginPath(); c.arc(8, 9, 3, Math.PI, 0); c.stroke(); line([8, 9], [9.8, 6.8]); }
  else if (kind === 'smoke') { for (const x of [5.6, 8, 10.4]) line([x, 10.6], [x - 0.8, 8.6], [x + 0.8, 7.4], [x, 5.4]); }
  else if (kind === 'noise') { for (const [x, h] of [[5.4, 1.6], [7.2, 3.2], [9, 2.2], [10.8, 1.2]]) line([x, 8 - h], [x, 8 + h]); }
  else { line([5, 6], [11, 6]); c.strokeRect(5.8, 6, 4.4, 4.8); }
}
