// The drill on one line of time: injects above it, and under it every expected action from its inject to its time, with the moment it was done.

const row = 26;

function drawCourse() {
  const [width, left, right, top] = [1000, 250, 30, 56];
  const awaited = debrief.actions.filter((action) => action.dueMs !== null);
  const height = top + 34 + awaited.length * row + 34;
  const last = Math.max(debrief.endsMs, ...awaited.map((action) => action.atMs ?? 0));
  const x = (ms) => left + ((Math.min(Math.max(ms, debrief.beginsMs), last) - debrief.beginsMs) / (last - debrief.beginsMs || 1)) * (width - left - right);
  const text = (px, py, words, anchor, fill = 'var(--soft)', size = 13) =>
    `<text x="${px.toFixed(1)}" y="${py}" text-anchor="${anchor}" fill="${fill}" font-size="${size}">${words}</text>`;
  const colour = { met: 'var(--good)', late: 'var(--warn)', missed: 'var(--bad)', awaited: 'var(--accent)' };
  const marks = debrief.injects
    .filter((inject) => inject.standing === 'delivered')
    .map(
      (inject) =>
        `<path d="M${x(inject.atMs).toFixed(1)} ${top - 8}v${height - top - 22}" stroke="var(--line)"/>` +
        `<path d="M${x(inject.atMs).toFixed(1)} ${top - 8}l-6 -10h12z" fill="var(--accent)"><title>${since(inject.atMs)} ${titleIn(inject.title)}</title></path>`,
    )
    .join('');
  const rows = awaited
    .map((action, i) => {
      const y = top + 24 + i * row;
      const from = action.dueMs - action.withinMs;
      const end = action.atMs ?? (action.standing === 'awaited' ? from : action.dueMs);
      const name = titleIn(action.title);
      return (
        text(left - 14, y + 4, cut(name), 'end', 'var(--ink)') +
        `<rect x="${x(from).toFixed(1)}" y="${y - 6}" width="${Math.max(2, x(action.dueMs) - x(from)).toFixed(1)}" height="12" rx="3" fill="var(--empty)"/>` +
        `<path d="M${x(from).toFixed(1)} ${y}H${x(end).toFixed(1)}" stroke="${colour[action.standing]}" stroke-width="4"/>` +
        (action.atMs === null
          ? text(x(end) + 8, y + 5, say(standings[action.standing].zh, standings[action.standing].en), 'start', colour[action.standing])
          : `<circle cx="${x(end).toFixed(1)}" cy="${y}" r="6" fill="${colour[action.standing]}"><title>${name}: ${since(end)}</title></circle>`)
      );
    })
    .join('');
  byId('course-title').textContent = say('情况注入与预期行动', 'Injects and expected actions');
  byId('course-picture').innerHTML =
    `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${say('时间线', 'time line')}">${marks}` +
    `<path d="M${left} ${top}H${width - right}" stroke="var(--strong)"/>${rows}` +
    steps(debrief.beginsMs, last)
      .map((ms) => text(x(ms), height - 10, since(ms).slice(1, 6), 'middle'))
      .join('') +
    `</svg>`;
  byId('course-note').textContent = say(
    '三角为情况注入；灰条为时限，圆点为完成时刻。绿色按时，黄色逾时，红色未完成。时间自演练开始（StartEx）起算。',
    'Triangles are injects. A grey bar is the time allowed, a dot the moment it was done: green in time, yellow late, red not done. Time is from StartEx.',
  );
}

const cut = (name) => {
  const most = lang === 'zh' ? 16 : 34;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
};

// Some five round moments.
function steps(from, to) {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440].map((minutes) => minutes * 6e4).find((ms) => (to - from) / ms <= 8) ?? 864e5;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

speak(debrief.title, () => {
  writeTiles();
  drawCourse();
  writeTables();
});
