// The map: one drawing of the cells for each variant, all in the same classes of colour.

const few = 10;
const mapMeasures = [
  {
    id: 'on-time',
    zh: '已结案件按期率',
    en: 'Closed on time',
    of: (cell) => (cell.closed > 0 ? (cell.onTime / cell.closed) * 100 : null),
    unit: () => '%',
    digits: 0,
    light: ['#8c510a', '#bf812d', '#dfc27d', '#c7eae5', '#5ab4ac', '#01665e'],
    dark: ['#d98a3d', '#b0763a', '#7d6a4b', '#3f7f7a', '#36a597', '#4fd6c4'],
  },
  {
    id: 'way',
    zh: '到任务的平均路程',
    en: 'Way to a task',
    of: (cell) => (cell.tasks > 0 ? cell.wayM / cell.tasks : null),
    unit: () => say('米', 'm'),
    digits: 0,
    light: ['#eef0fa', '#cfd5ec', '#a9b2db', '#8288c4', '#6258a6', '#45307f'],
    dark: ['#2b3350', '#3c4775', '#53609b', '#7380bf', '#98a3de', '#c6cdf7'],
  },
];
let shown = mapMeasures[0];

// Whole steps of 1, 2, 2.5 or 5 so that the legend has round numbers.
function classesOf(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const raw = (high - low || 1) / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw * 0.999);
  const from = Math.floor(low / step) * step;
  const count = Math.min(6, Math.max(1, Math.ceil((high - from) / step + 1e-9)));
  return { from, step, count, of: (one) => Math.max(0, Math.min(count - 1, Math.floor((one - from) / step + 1e-9))) };
}

function drawMaps() {
  const values = variants.flatMap((variant) => variant.cells.map(shown.of)).filter((one) => one !== null);
  const classes = values.length > 0 ? classesOf(values) : { from: 0, step: 1, count: 0, of: () => 0 };
  const palette = isDark() && !isPrinting ? shown.dark : shown.light;
  const colour = (index) => palette[classes.count <= 1 ? 3 : Math.round((index * 5) / (classes.count - 1))];
  byId('map-switch').innerHTML = mapMeasures
    .map((one) => `<button type="button" data-map="${one.id}" aria-pressed="${one === shown}">${say(one.zh, one.en)}</button>`)
    .join('');
  const cap = shown.id === 'on-time' ? 100 : Infinity;
  const edge = (index) => grouped(Math.min(cap, classes.from + index * classes.step), classes.step % 1 ? 1 : 0);
  byId('scale').innerHTML =
    Array.from({ length: classes.count }, (_, i) => `<li style="--of:${colour(i)}">${edge(i)}–${edge(i + 1)} ${shown.unit()}</li>`).join(
      '',
    ) + `<li class="none">${say('没有案件', 'no cases')}</li>`;
  byId('maps').innerHTML = variants
    .map((variant) => mapOf(variant, (it) => (it === null ? 'url(#no-cases)' : colour(classes.of(it)))))
    .join('');
  byId('map-note').textContent =
    shown.id === 'on-time'
      ? say(
          `所有重复合计，只计已结案的案件；到期仍未结案的不在其中，所以比按期结案率高。结案不足 ${few} 件的网格比例不稳，不宜据此下结论；移到网格上可看件数。`,
          `All replications together, closed cases only: cases due and still open are not in it, so it is higher than the on-time ` +
            `closing rate. The share of a cell with fewer than ${few} closed cases is unsteady: draw no conclusion from it. Point ` +
            `at a cell to see how many there were.`,
        )
      : say(
          '网格员从所在位置到任务地点所走的路，所有重复平均。',
          'The way officers went from where they were to the task, averaged over all replications.',
        );
}

function mapOf(variant, fill) {
  const city = variant.city;
  const none = variant.cells.filter((cell) => shown.of(cell) === null).length;
  const cells = city.cells
    .map(
      (shape, i) => `<path class="cell" data-cell="${variant.index}:${i}" d="${shape.path}" fill="${fill(shown.of(variant.cells[i]))}"/>`,
    )
    .join('');
  const hatch =
    '<defs><pattern id="no-cases" width="34" height="34" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect width="34" height="34" fill="var(--empty)"/><rect width="9" height="34" fill="var(--hatch)"/></pattern></defs>';
  const border = `<path class="border" d="${city.borders}"/>`;
  return `<figure><figcaption>${letter(variant)}<span>${safe(titleOf(variant))}</span></figcaption>
<svg viewBox="${city.viewBox}" role="img" aria-label="${safe(say(shown.zh, shown.en))}">${hatch}${cells}${border}</svg>
<p>${summary(variant)}${none > 0 ? say(`，${none} 个网格没有案件`, `; ${none} cells without cases`) : ''}</p></figure>`;
}

function summary(variant) {
  const sum = (key) => variant.cells.reduce((total, cell) => total + cell[key], 0);
  return shown.id === 'on-time'
    ? say(
        `全区：${grouped(sum('onTime'), 0)} / ${grouped(sum('closed'), 0)} 件按期，${percent(sum('onTime') / Math.max(1, sum('closed')), 1)}`,
        `District: ${grouped(sum('onTime'), 0)} of ${grouped(sum('closed'), 0)} on time, ` +
          `${percent(sum('onTime') / Math.max(1, sum('closed')), 1)}`,
      )
    : say(
        `全区平均 ${grouped(sum('wayM') / Math.max(1, sum('tasks')), 0)} 米`,
        `District mean ${grouped(sum('wayM') / Math.max(1, sum('tasks')), 0)} m`,
      );
}

function cellText(variant, i) {
  const [shape, cell] = [variant.city.cells[i], variant.cells[i]];
  const closed =
    cell.closed === 0
      ? say('没有结案案件', 'no closed cases')
      : say(
          `结案 ${grouped(cell.closed, 0)} 件，按期 ${grouped(cell.onTime, 0)} 件（${percent(cell.onTime / cell.closed, 1)}）`,
          `${grouped(cell.closed, 0)} closed, ${grouped(cell.onTime, 0)} on time (${percent(cell.onTime / cell.closed, 1)})`,
        );
  const way =
    cell.tasks === 0
      ? say('没有任务', 'no tasks')
      : say(
          `任务 ${grouped(cell.tasks, 0)} 次，平均路程 ${grouped(cell.wayM / cell.tasks, 0)} 米`,
          `${grouped(cell.tasks, 0)} tasks, mean way ${grouped(cell.wayM / cell.tasks, 0)} m`,
        );
  return (
    `<b>${say('网格', 'Cell')} <code>${safe(shape.code)}</code></b><br><span class="quiet">${safe(shape.street)} · ` +
    `${safe(shape.community)}</span><br>${closed}<br>${way}`
  );
}

// The same cell is marked in every map, so that the eye finds it in each.
function hoverCell(event) {
  const target = event.target.closest?.('[data-cell]');
  document.querySelectorAll('.cell.on').forEach((cell) => cell.classList.remove('on'));
  const box = byId('hover');
  box.hidden = !target;
  if (!target) return;
  const [variant, cell] = target.dataset.cell.split(':').map(Number);
  variants
    .filter((one) => one.city === variants[variant].city)
    .forEach((one) => document.querySelector(`[data-cell="${one.index}:${cell}"]`)?.classList.add('on'));
  box.innerHTML = cellText(variants[variant], cell);
  box.style.left = `${Math.max(8, Math.min(event.clientX + 16, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${event.clientY + 18 + box.offsetHeight > innerHeight ? event.clientY - box.offsetHeight - 14 : event.clientY + 18}px`;
}

byId('maps').addEventListener('pointermove', hoverCell);
byId('maps').addEventListener('pointerdown', hoverCell);
byId('maps').addEventListener('pointerleave', hoverCell);
addEventListener(
  'scroll',
  () => {
    byId('hover').hidden = true;
  },
  { passive: true },
);
byId('map-switch').addEventListener('click', (event) => {
  const to = event.target.closest('[data-map]')?.dataset.map;
  shown = mapMeasures.find((one) => one.id === to) ?? shown;
  drawMaps();
});
