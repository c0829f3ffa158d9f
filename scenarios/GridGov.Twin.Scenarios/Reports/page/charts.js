// The charts. All are drawn anew when the language, the colours or the width change.

const drawn = new Map();
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colourOf = (variant) => css(`--v${variant.index % 8}`);
const fontOf = () => getComputedStyle(document.body).fontFamily;
const isNarrow = () => document.documentElement.clientWidth <= 860 && !isPrinting;
let isPrinting = false;

function draw(element, height, option) {
  drawn.get(element)?.dispose();
  element.style.height = `${height}px`;
  const chart = echarts.init(element, null, { renderer: 'svg', height, width: element.clientWidth || 640 });
  const { tooltip, ...rest } = option;
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: fontOf(), color: css('--soft'), fontSize: 12.5 },
    tooltip: {
      confine: true,
      backgroundColor: css('--card'),
      borderColor: css('--strong'),
      textStyle: { color: css('--ink'), fontSize: 13, fontFamily: fontOf() },
      ...tooltip,
    },
    aria: { enabled: false },
    ...rest,
  });
  drawn.set(element, chart);
}

const axis = (more) => ({
  axisLine: { lineStyle: { color: css('--strong') } },
  axisTick: { show: false },
  axisLabel: { color: css('--soft'), fontSize: 12.5, hideOverlap: true },
  splitLine: { lineStyle: { color: css('--line') } },
  ...more,
});
const rowsOf = (rows) =>
  `<div style="display:grid;grid-template-columns:auto 1fr;gap:2px ` +
  `10px;align-items:center;line-height:1.5">${rows.map(([variant, text]) => `${letter(variant)}<span>${text}</span>`).join('')}</div>`;

// Round ends with a little room, so that the first and the last line of the grid are marks of the axis.
function ranged(low, high) {
  const raw = (high - low || Math.abs(high) || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw);
  return { min: Math.floor((low - step * 0.25) / step) * step, max: Math.ceil((high + step * 0.25) / step) * step, interval: step };
}

// The names on the left of rows of variants: letters alone where there is no room.
function variantAxis(list) {
  const width = nameWidth();
  return axis({
    type: 'category',
    inverse: true,
    data: list.map((variant) => variant.id),
    axisLine: { show: false },
    axisLabel: {
      interval: 0,
      color: css('--ink'),
      fontSize: 13,
      width,
      overflow: 'truncate',
      align: 'left',
      margin: width + 6,
      formatter: (id) => {
        const variant = list.find((one) => one.id === id);
        return isNarrow() ? `{l|${variant.letter}}` : `{l|${variant.letter}}  ${titleOf(variant)}`;
      },
      rich: { l: { fontWeight: 'bold' } },
    },
  });
}

// About as wide as the longest name: Chinese characters are twice as wide as Latin ones.
const nameWidth = () =>
  isNarrow()
    ? 24
    : Math.min(
        isPrinting ? 210 : 400,
        34 + Math.max(...variants.map((variant) => [...titleOf(variant)].reduce((sum, one) => sum + (one > '\u2e80' ? 13.2 : 7.7), 0))),
      );
const room = () => ({ left: nameWidth() + 14, right: isNarrow() ? 22 : 40, top: 34, bottom: 34 });

function drawForest() {
  const list = variants.filter((variant) => variant.estimates[deciding.id]);
  const target = report.decision?.target ?? null;
  const at = (variant) => variant.estimates[deciding.id];
  const ends = list.flatMap((variant) => [at(variant).low ?? at(variant).mean, at(variant).high ?? at(variant).mean]).concat(target ?? []);
  const range = ranged(...[Math.min(...ends), Math.max(...ends)].map((end) => scaled(deciding, end)));
  byId('forest-title').textContent = `${nameOf(deciding)}${unit(deciding) ? say(`（${unit(deciding)}）`, ` (${unit(deciding)})`) : ''}`;
  draw(byId('forest'), 70 + list.length * 54, {
    grid: room(),
    xAxis: axis({ type: 'value', ...range }),
    yAxis: variantAxis(list),
    tooltip: {
      trigger: 'item',
      formatter: (on) => {
        const it = list.find((variant) => variant.id === on.value[1]);
        return it ? rowsOf([[it, estimate(deciding, at(it))]]) : '';
      },
    },
    series: [
      ...list.map((variant) => ({
        type: 'line',
        silent: true,
        symbol: 'rect',
        symbolSize: [3, 16],
        itemStyle: { color: colourOf(variant) },
        lineStyle: { color: colourOf(variant), width: 3 },
        data:
          at(variant).low === null
            ? []
            : [
                [scaled(deciding, at(variant).low), variant.id],
                [scaled(deciding, at(variant).high), variant.id],
              ],
      })),
      {
        type: 'scatter',
        symbolSize: 13,
        z: 5,
        data: list.map((variant) => ({
          value: [scaled(deciding, at(variant).mean), variant.id],
          itemStyle: { color: colourOf(variant), borderColor: css('--card'), borderWidth: 2, opacity: 1 },
        })),
        label: {
          show: true,
          position: 'top',
          distance: 8,
          color: css('--ink'),
          fontSize: 13,
          fontWeight: 600,
          formatter: (on) => estimate(deciding, at(list[on.dataIndex])),
        },
        markLine:
          target === null
            ? undefined
            : {
                silent: true,
                symbol: 'none',
                lineStyle: { color: css('--ink'), type: [6, 4], width: 1.5 },
                data: [{ xAxis: scaled(deciding, target) }],
                label: {
                  position: 'start',
                  distance: 6,
                  color: css('--ink'),
                  fontWeight: 600,
                  backgroundColor: css('--card'),
                  padding: [2, 4],
                  formatter: say(`目标 ${value(deciding, target)}`, `target ${value(deciding, target)}`),
                },
              },
      },
    ],
  });
}

function drawRoles(id, beginning, also, max) {
  const all = [
    ...also.map((one) => measures.get(one)).filter(Boolean),
    ...report.measures.filter((measure) => measure.id.startsWith(beginning)),
  ];
  const list = all.filter((measure) => variants.some((variant) => variant.estimates[measure.id]));
  const roleName = (measure) =>
    measure.id.startsWith(beginning)
      ? lang === 'zh'
        ? measure.zh.replace(/占用率$|平均等待$/, '')
        : sentence(measure.en.replace(/^[^,]*, /, ''))
      : say('网格员', 'Officers');
  const bar = Math.max(5, Math.min(11, 26 / variants.length));
  draw(byId(id), 44 + list.length * (variants.length * bar + 14), {
    grid: { left: isNarrow() ? 112 : 136, right: 52, top: 6, bottom: 30 },
    xAxis: axis({ type: 'value', min: 0, max, axisLabel: { color: css('--soft'), hideOverlap: true } }),
    yAxis: axis({
      type: 'category',
      inverse: true,
      data: list.map(roleName),
      axisLabel: { interval: 0, color: css('--ink'), fontSize: 12.5, width: isNarrow() ? 104 : 126, overflow: 'break', lineHeight: 15 },
      axisLine: { lineStyle: { color: css('--strong') } },
    }),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: css('--shade') } },
      formatter: (on) => {
        const measure = list[on[0].dataIndex];
        return (
          `<b>${safe(roleName(measure))}` +
          `</b>${rowsOf(
            variants.map((variant) => {
              const it = variant.estimates[measure.id];
              return [variant, it ? estimate(measure, it) : say('无此岗位', 'no such role')];
            }),
          )}`
        );
      },
    },
    series: variants.map((variant) => ({
      type: 'bar',
      barWidth: bar,
      barGap: '15%',
      itemStyle: { color: colourOf(variant), borderRadius: [0, 2, 2, 0] },
      label: {
        show: variants.length <= 4,
        position: 'right',
        distance: 4,
        fontSize: 10.5,
        color: css('--soft'),
        formatter: (on) => (on.value === '-' ? '' : grouped(on.value, on.value < 10 ? 1 : 0)),
      },
      data: list.map((measure) => {
        const it = variant.estimates[measure.id];
        return it ? scaled(measure, it.mean) : '-';
      }),
    })),
  });
}

// Dots are spread across their row by their order, always the same way, so that none hides another.
function drawStrip() {
  const list = variants.filter((variant) => variant.estimates[deciding.id]);
  const values = list
    .flatMap((variant) => variant.observations[deciding.id])
    .filter((one) => one !== null)
    .map((one) => scaled(deciding, one));
  const range = ranged(Math.min(...values), Math.max(...values));
  byId('strip-title').textContent = say(`${deciding.zh}：每一次观测`, `${sentence(deciding.en)}: every observation`);
  draw(byId('strip'), 54 + list.length * 58, {
    grid: { ...room(), top: 10, right: 24 },
    xAxis: axis({ type: 'value', ...range }),
    yAxis: variantAxis(list),
    tooltip: {
      trigger: 'item',
      formatter: (on) => {
        const variant = list.find((one) => one.id === on.value[1]);
        return rowsOf([
          [
            variant,
            `${say('第', 'no.')} ${on.dataIndex + 1} ${say('次：', ': ')}${value(deciding, variant.observations[deciding.id][on.dataIndex])}`,
          ],
        ]);
      },
    },
    series: list.flatMap((variant) => [
      {
        type: 'scatter',
        symbolSize: 7,
        itemStyle: { color: colourOf(variant), opacity: 0.6 },
        data: variant.observations[deciding.id].map((one, i) => ({
          value: [one === null ? null : scaled(deciding, one), variant.id],
          symbolOffset: [0, (((i * 7) % 11) - 5) * 3],
        })),
      },
      {
        type: 'scatter',
        silent: true,
        symbol: 'rect',
        symbolSize: [2.5, 42],
        z: 5,
        itemStyle: { color: css('--ink') },
        data: [[scaled(deciding, variant.estimates[deciding.id].mean), variant.id]],
      },
    ]),
  });
}

function drawCharts() {
  drawForest();
  drawCurves();
  drawBacklog();
  drawRoles('utilisation', 'utilisation.', ['officer-utilisation'], 100);
  drawRoles('waits', 'wait.', ['task-wait']);
  drawStrip();
}
