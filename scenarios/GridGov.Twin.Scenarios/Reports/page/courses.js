// The courses of things over the hours of a day and over a whole run.

// A mean line with its interval as a tinted band under it.
function banded(variant, points, x) {
  const colour = colourOf(variant);
  const quiet = { type: 'line', silent: true, symbol: 'none', stack: variant.id, stackStrategy: 'all', lineStyle: { width: 0 } };
  const low = (point) => point.low ?? point.mean;
  return [
    { ...quiet, data: points.map((point, i) => [x(i), low(point)]) },
    {
      ...quiet,
      data: points.map((point, i) => [x(i), (point.high ?? point.mean) - low(point)]),
      areaStyle: { color: colour, opacity: 0.17 },
    },
    {
      type: 'line',
      symbol: 'none',
      z: 4,
      data: points.map((point, i) => [x(i), point.mean]),
      lineStyle: { color: colour, width: 2, type: variant.index % 3 === 1 ? [7, 3] : variant.index % 3 === 2 ? [2, 3] : 'solid' },
      itemStyle: { color: colour },
    },
  ];
}

const keyText = () =>
  `<ul class="key small">${variants.map((variant) => `<li>${letter(variant)}${safe(titleOf(variant))}</li>`).join('')}</ul>`;

function drawCurves() {
  byId('curves').innerHTML =
    report.curves
      .map((curve, i) => `<figure><figcaption>${safe(nameOf(curve))}</figcaption><div class="chart" id="curve-${i}"></div></figure>`)
      .join('') +
    `<div class="card keys">${keyText()}` +
    `<p class="note">${say(
        '线型也区分方案：实线、长划线、点线依次对应。',
        'Line styles tell the variants apart too: solid, dashed and dotted in this order.')}</p></div>`;
  report.curves.forEach((curve, i) => {
    const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
    draw(byId(`curve-${i}`), 230, {
      grid: { left: 44, right: 14, top: 16, bottom: 42 },
      xAxis: axis({
        type: 'category',
        data: hours,
        boundaryGap: false,
        splitLine: { show: false },
        name: say('时', 'hour of the day'),
        nameLocation: 'middle',
        nameGap: 26,
        axisLabel: { color: css('--soft'), interval: 2 },
      }),
      yAxis: axis({ type: 'value', min: 0, axisLine: { show: false } }),
      tooltip: {
        trigger: 'axis',
        formatter: (on) => {
          const hour = on[0].dataIndex;
          return `<b>${hour}:00–${hour + 1}:00</b>${rowsOf(
            variants.map((variant) => {
              const it = variant.curves[i][hour];
              return [variant, `${grouped(it.mean, 2)}${it.high === null ? '' : ` ± ${grouped(it.high - it.mean, 2)}`}`];
            }),
          )}`;
        },
      },
      series: variants.flatMap((variant) => banded(variant, variant.curves[i], (hour) => String(hour))),
    });
  });
}

function drawBacklog() {
  const place = byId('open-cases');
  const list = variants.filter((variant) => variant.backlog.length > 0);
  if (list.length === 0) {
    place.innerHTML = `<p class="card">${say(
      '本实验把一次长运行切成若干批，没有逐时走势。',
      'This experiment cuts one long run into batches, so there is no course from its beginning.')}</p>`;
    return;
  }
  place.innerHTML = `<figure><div class="chart" id="backlog-chart"></div>${keyText()}</figure>`;
  const warm = Math.max(...list.map((variant) => variant.warmUpDays)) * 24;
  draw(byId('backlog-chart'), 320, {
    grid: { left: 52, right: 18, top: 28, bottom: 46 },
    xAxis: axis({
      type: 'value',
      min: 0,
      max: Math.max(...list.map((variant) => variant.backlog.length)),
      interval: list[0].backlog.length > 24 * 21 ? undefined : 24,
      name: say('运行天数', 'days of the run'),
      nameLocation: 'middle',
      nameGap: 28,
      axisLabel: { color: css('--soft'), hideOverlap: true, formatter: (hour) => grouped(hour / 24, 0) },
    }),
    yAxis: axis({ type: 'value', min: 0, axisLine: { show: false } }),
    tooltip: {
      trigger: 'axis',
      formatter: (on) => {
        const hour = on[0].dataIndex;
        return (
          `<b>${say(`第 ${Math.floor(hour / 24) + 1} 天 ${hour % 24}:00`, `day ${Math.floor(hour / 24) + 1}, ${hour % 24}:00`)}` +
          `</b>${rowsOf(list.map((variant) => [variant, hour < variant.backlog.length ? grouped(variant.backlog[hour], 1) : '–']))}`
        );
      },
    },
    series: list.map((variant, i) => ({
      ...banded(
        variant,
        variant.backlog.map((mean) => ({ mean, low: null, high: null })),
        (hour) => hour + 0.5,
      )[2],
      markArea:
        i > 0 || warm === 0
          ? undefined
          : {
              silent: true,
              itemStyle: { color: css('--shade') },
              label: { position: 'insideTop', color: css('--soft'), fontSize: 12.5 },
              data: [
                [{ xAxis: 0, name: isNarrow() ? say('预热', 'warm-up') : say('预热期，不计', 'warm-up, not counted') }, { xAxis: warm }],
              ],
            },
    })),
  });
}
