// Fans: what becomes of a figure under each plan, its middle as a line and 50 % and 90 % of all futures as bands.

const hues = ['#5b8def', '#f0883e', '#2fb8a0', '#c678dd', '#d9a520', '#e06c75', '#56b6c2', '#98c379'];
const muted = '#8b98a9';

const narrowest = 520;
const lineOfLegend = 24;

// On a narrow screen the plans stand below each other above the chart, each with its whole name.
function legendOf(fan, ink, isNarrow) {
  const data = fan.plans.map((plan, i) => ({ name: plan.name, itemStyle: { color: hueOf(i) } }));
  const shape = isNarrow ? { type: 'plain', orient: 'vertical', itemGap: 10 } : { type: 'scroll' };
  return { ...shape, top: 4, left: 0, data, textStyle: { color: ink.text } };
}

// How much higher a chart is for a legend of several lines.
const roomOf = (fan, isNarrow) => (isNarrow ? (fan.plans.length - 1) * lineOfLegend : 0);

/** What ECharts draws for a fan: { name, times, isShare, plans: [{ name, points: [[q5, q25, q50, q75, q95] | null] }] }. */
export function optionOf(fan, ink, isNarrow = false) {
  const scaled = value => (fan.isShare ? value * 100 : value);
  return {
    animation: false,
    color: fan.plans.map((_, i) => hueOf(i)),
    grid: { left: 8, right: 14, top: 56 + roomOf(fan, isNarrow), bottom: 8, containLabel: true },
    legend: legendOf(fan, ink, isNarrow),
    tooltip: { trigger: 'axis', confine: true, backgroundColor: ink.surface, borderColor: ink.line, textStyle: { color: ink.text }, formatter: items => tell(fan, items[0]?.dataIndex ?? 0) },
    xAxis: { type: 'category', boundaryGap: false, data: fan.times, axisLabel: { color: ink.muted }, axisLine: { lineStyle: { color: ink.line } } },
    yAxis: {
      type: 'value', scale: true, max: fan.isShare ? value => Math.min(100, Math.ceil(value.max + 0.5)) : undefined, name: fan.name, nameLocation: 'end', nameTextStyle: { color: ink.muted, align: 'left', padding: [0, 0, 0, -20] },
      axisLabel: { color: ink.muted, formatter: fan.isShare ? '{value} %' : '{value}' }, splitLine: { lineStyle: { color: ink.line } },
    },
    series: fan.plans.flatMap((plan, i) => {
      const at = quantile => plan.points.map(point => (point ? scaled(point[quantile]) : '-'));
      const gap = (low, high) => plan.points.map(point => (point ? scaled(point[high]) - scaled(point[low]) : '-'));
      const base = { name: plan.name, type: 'line', symbol: 'none', silent: true, itemStyle: { color: hueOf(i) } };
      const band = (id, low, high, opacity) => [
        { ...base, id: `${i}-${id}-from`, stack: `${i}-${id}`, stackStrategy: 'all', data: at(low), lineStyle: { opacity: 0 } },
        { ...base, id: `${i}-${id}`, stack: `${i}-${id}`, stackStrategy: 'all', data: gap(low, high), lineStyle: { opacity: 0 }, areaStyle: { color: hueOf(i), opacity } },
      ];
      return [
        ...band('most', 0, 4, 0.12), ...band('half', 1, 3, 0.2),
        { ...base, id: `${i}-middle`, data: at(2), lineStyle: { color: hueOf(i), width: i === 0 ? 2 : 2.5, type: i === 0 ? 'dashed' : 'solid' } },
      ];
    }),
  };
}

function hueOf(plan) {
  return plan === 0 ? muted : hues[(plan - 1) % hues.length];
}

// Names come from people: they are text, never markup.
function plain(text) {
  return String(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

function tell(fan, at) {
  const value = number => (fan.isShare ? `${(number * 100).toFixed(1)} %` : number.toFixed(0));
  const lines = fan.plans.map(plan => {
    const point = plan.points[at];
    return `${plain(plan.name)}: ${point ? `<b>${value(point[2])}</b> (${value(point[0])} – ${value(point[4])})` : '–'}`;
  });
  return [plain(fan.times[at]), ...lines].join('<br>');
}

/** Draws a fan in an element and keeps it as wide as that. */
export async function createFan(element, library, fan) {
  const echarts = await import(library);
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  const ink = () => {
    const style = getComputedStyle(document.documentElement);
    const of = name => style.getPropertyValue(`--${name}`).trim();
    return { text: of('text'), muted: of('muted'), line: of('line'), surface: of('surface') };
  };
  let shown = fan;
  let wasNarrow = null;
  const draw = next => {
    shown = next;
    wasNarrow = element.clientWidth < narrowest;
    element.style.setProperty('--legend', `${roomOf(next, wasNarrow)}px`);
    chart.resize();
    chart.setOption(optionOf(next, ink(), wasNarrow), { notMerge: true });
    element.dataset.series = next.plans.length;
  };
  draw(fan);
  const watch = new ResizeObserver(() => (element.clientWidth < narrowest === wasNarrow ? chart.resize() : draw(shown)));
  watch.observe(element);
  return {
    update: draw,
    dispose() {
      watch.disconnect();
      chart.dispose();
    },
  };
}
