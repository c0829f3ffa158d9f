// What a week costs against the first target: every trial with its interval, and the line of those that nothing tried beats.

const scene = { width: 1000, height: 430, left: 96, right: 24, top: 22, bottom: 46 };

// Round steps of a scale that all values fit into.
function ticks(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const raw = (high - low || Math.abs(high) || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw);
  const from = Math.floor(low / step - 0.2) * step;
  return Array.from({ length: Math.ceil((high - from) / step + 0.2) + 1 }, (_, i) => from + i * step);
}

function drawTradeOff() {
  const { width, height, left, right, top, bottom } = scene;
  const target = staffing.targets[0];
  const trials = staffing.trials.filter((trial) => trial.findings[0].estimate);
  const at = (trial) => trial.findings[0].estimate;
  const ends = trials.flatMap((trial) => [at(trial).low ?? at(trial).mean, at(trial).high ?? at(trial).mean]);
  const [costs, values] = [ticks(trials.map((trial) => trial.cost)), ticks([...ends, target.value])];
  const x = (cost) => left + ((cost - costs[0]) / (costs.at(-1) - costs[0])) * (width - left - right);
  const y = (it) => height - bottom - ((it - values[0]) / (values.at(-1) - values[0])) * (height - top - bottom);
  const text = (px, py, words, anchor) =>
    `<text x="${px.toFixed(1)}" y="${py.toFixed(1)}" text-anchor="${anchor}" ` + `fill="var(--soft)" font-size="14">${words}</text>`;
  const line = (x1, y1, x2, y2, more) =>
    `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" ` + `fill="none" ${more}/>`;
  const colour = (trial) => ({ holds: 'var(--good)', open: 'var(--warn)', missed: 'var(--soft)' })[trial.standing];
  const grid =
    values
      .map(
        (it) =>
          line(left, y(it), width - right, y(it), 'stroke="var(--line)"') + text(left - 10, y(it) + 5, value(target.measure, it), 'end'),
      )
      .join('') + costs.map((cost) => text(x(cost), height - bottom + 24, money(cost), 'middle')).join('');
  const goalLine = line(
    left,
    y(target.value),
    width - right,
    y(target.value),
    'stroke="var(--ink)" stroke-width="1.5" ' + 'stroke-dasharray="5 4"',
  );
  const frontier = trials.filter((trial) => trial.isOnFrontier).sort((a, b) => a.cost - b.cost);
  const front =
    `<polyline fill="none" stroke="var(--accent)" stroke-width="2" ` +
    `points="${frontier.map((trial) => `${x(trial.cost).toFixed(1)},${y(at(trial).mean).toFixed(1)}`).join(' ')}"/>`;
  const points = trials
    .map(
      (trial) =>
        line(
          x(trial.cost),
          y(at(trial).low ?? at(trial).mean),
          x(trial.cost),
          y(at(trial).high ?? at(trial).mean),
          `stroke="${colour(trial)}"`,
        ) +
        `<circle cx="${x(trial.cost).toFixed(1)}" cy="${y(at(trial).mean).toFixed(1)}" r="${trial === chosen ? 9 : 4.5}" ` +
        `fill="${colour(trial)}">` +
        `<title>${titleIn(trial.purpose)} · ${money(trial.cost)} · ${estimate(target.measure, at(trial))}</title></circle>`,
    )
    .join('');
  const name = nameOf(target.measure);
  byId('picture-title').textContent = say(
    `${name}（纵轴）与每周费用（横轴）`,
    `${name} (upwards) against the cost of a week (to the right)`,
  );
  byId('picture').innerHTML =
    `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(name)}">${grid}` +
    `${goalLine}${front}${points}</svg>`;
  byId('picture-note').textContent = say(
    `虚线为目标 ${goal(target)}；大点为${suggested()}的配置；蓝线连接花同样的钱没有更好的配置。绿色达到全部目标，黄色尚不能断言，灰色有目标未达到；竖线为区间。`,
    `The dashed line is the target, ${goal(target)}; the large dot is what is ${suggested()}; the blue line joins what nothing ` +
      `tried beats for the money. ` +
      'Green holds every target, yellow cannot be said, grey misses one; upright bars are intervals.',
  );
}

speak(staffing.title, () => {
  writeTiles();
  writePosts();
  writeTargets();
  drawTradeOff();
  writeTrials();
});
