// Known values held against what was measured: a table whose rows draw their intervals, those of one origin on one scale of
// deviation in per cent.

const origins = {
  formula: {
    zh: '公式',
    en: 'Closed formulas',
    whyZh: '有精确解，程序必须与之一致',
    whyEn: 'the exact value is known; the program must agree',
  },
  fitted: {
    zh: '公布数据，已用于拟合',
    en: 'Published figures used in fitting',
    whyZh: '相符只说明拟合成功，不算证明',
    whyEn: 'agreement shows that the ' + 'fit succeeded, nothing more',
  },
  'held-out': {
    zh: '公布数据，未用于拟合',
    en: 'Published figures held out',
    whyZh: '拟合时没有看过，相符才说明模型可信',
    whyEn: 'not looked at in fitting: ' + 'agreement speaks for the model',
  },
};

const deviation = (check, at) => (at / check.value - 1) * 100;
const hasPicture = (check) => check.value !== 0 && check.estimate && check.estimate.low !== null;

// How far the scale reaches to either side: a round number of per cent that every interval fits into.
function reachOf(checks) {
  const ends = checks.filter(hasPicture).flatMap((check) => [check.estimate.low, check.estimate.high].map((end) => deviation(check, end)));
  const most = Math.max(0.1, ...ends.map(Math.abs));
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= most);
}

function intervalPicture(check, reach) {
  if (!hasPicture(check)) return '';
  const x = (at) => 100 + (deviation(check, at) / reach) * 96;
  const [low, mean, high] = [x(check.estimate.low), x(check.estimate.mean), x(check.estimate.high)].map((one) => one.toFixed(1));
  const colour = check.holds ? 'var(--good)' : 'var(--bad)';
  const label = safe(`${grouped(deviation(check, check.estimate.mean), 2)} %`);
  return (
    `<svg class="interval" viewBox="0 0 200 22" width="200" height="22" role="img" aria-label="${label}">` +
    '<path d="M4 11H196" stroke="var(--line)"/><path d="M100 1V21" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="3 2"/>' +
    `<path d="M${low} 11H${high}M${low} 6V16M${high} 6V16" stroke="${colour}" stroke-width="2"/><circle cx="${mean}" cy="11" ` +
    `r="4" fill="${colour}"/></svg>`
  );
}

function checkRow(check, reach) {
  const measured = check.estimate ? estimate(check.measure, check.estimate) : '–';
  const cell = (head, content) => `<td class="plain" data-head="${head}"><div>${content}</div></td>`;
  const known = `<b>${value(check.measure, check.value)}</b><small>${safe(check.source)}</small>`;
  const verdict = check.holds ? say('✓ 相符', '✓ agrees') : say('✗ 不符', '✗ differs');
  return (
    `<tr><th scope="row">${safe(check.label)}<small>${safe(nameOf(check.measure))}</small></th>` +
    cell(say('已知值', 'known'), known) +
    cell(say('实测', 'measured'), `<span class="value">${measured}</span>`) +
    cell(say('偏差', 'deviation'), intervalPicture(check, reach)) +
    cell(say('结果', 'result'), `<span class="verdict ${check.holds ? 'good' : 'bad'}">${verdict}</span>`) +
    '</tr>'
  );
}

function groupRows(origin, list) {
  const reach = reachOf(list);
  const ends = list.some(hasPicture) ? `<span>−${reach} %</span><span>+${reach} %</span>` : '';
  return (
    `<tr class="group"><th colspan="3" scope="colgroup">${say(origin.zh, origin.en)} ` +
    `<span class="why">${say(origin.whyZh, origin.whyEn)}</span></th>` +
    `<th class="reach"><span class="why">${ends}</span></th>` +
    `<th><span class="why">${list.filter((check) => check.holds).length} / ${list.length}</span></th></tr>` +
    list.map((check) => checkRow(check, reach)).join('')
  );
}

/** The table of checks, each with its measure, the label of what it is known of, and whether it holds. */
function checksTable(checks, isExplained = true) {
  const body = Object.entries(origins)
    .map(([by, origin]) => ({ origin, list: checks.filter((check) => check.by === by) }))
    .filter((group) => group.list.length > 0)
    .map(({ origin, list }) => groupRows(origin, list))
    .join('');
  const head = [
    say('对象', 'What'),
    say('已知值', 'Known value'),
    say('实测', 'Measured'),
    say('偏差', 'Deviation'),
    say('结果', 'Result'),
  ];
  const note = say(
    '虚线为已知值，点为实测平均值，横线为区间。区间已按检验的个数放宽（Bonferroni 校正），使全部检验合起来保持所称的置信度。',
    'The dashed line is the known value, the dot the mean measured, the bar its interval. Intervals are made wider for the number of ' +
      'checks (Bonferroni), so that all of them together hold with the confidence stated.',
  );
  return (
    `<div class="framed"><table class="stacked checks"><thead>` +
    `<tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>` +
    `<tbody>${body}</tbody></table></div>${isExplained ? `<p class="note">${note}</p>` : ''}`
  );
}
