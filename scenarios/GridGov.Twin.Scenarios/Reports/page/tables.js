// Everything that is text and tables.

function writeTiles() {
  const tiles = [];
  const at = leader.estimates[deciding.id];
  const figure = (it) => `${number(deciding, it.mean)} <i>${half(deciding, it)} ${unit(deciding)}</i>`;
  const tile = (small, big, below, kind = '') =>
    tiles.push(`<div class="${kind}"><small>${small}</small><b>${big}</b><small>${below}</small></div>`);
  tile(
    safe(nameOf(deciding)),
    at ? figure(at) : '–',
    `${letter(leader)} ${report.decision ? say('领先方案', 'the leading variant') : say('基准方案', 'the baseline')}`,
  );
  if (report.decision?.target != null && at) {
    const { target, isReached } = report.decision;
    const text = isReached === null ? say('尚不能断言', 'cannot be said') : isReached ? say('达到', 'met') : say('未达到', 'missed');
    const gap = withUnit(number(deciding, Math.abs(at.mean - target)), deciding, true);
    tile(
      say(`目标 ${value(deciding, target)}`, `Target ${value(deciding, target)}`),
      text,
      at.mean === target ? '' : at.mean > target ? say(`高出 ${gap}`, `${gap} above it`) : say(`低 ${gap}`, `${gap} below it`),
      isReached === null ? 'open' : isReached ? 'good' : 'bad',
    );
  }
  if (report.decision && variants.length > 1) {
    tile(
      say('选择', 'Choice'),
      report.decision.isClear
        ? say('已分出高下', 'made')
        : report.decision.isChosen
          ? say('差别无关紧要', 'no matter')
          : say('尚不能断言', 'open'),
      report.decision.isChosen && !report.decision.isClear
        ? say(`任选其一，与最好者的差别无关紧要（${sure()}）`, `either will do: within what matters of the best (${sure()})`)
        : report.decision.isChosen
          ? say(`选对的概率不低于 ${sure()}`, `right with at least ${sure()} probability`)
          : say('需要更多次重复', 'more replications are needed'),
      report.decision.isClear ? 'good' : 'open',
    );
  }
  tile(
    say('依据', 'Rests on'),
    `${grouped(report.validity.observations, 0)} <i>${kindText()}</i>`,
    say(
      `× ${variants.length} 个方案，置信度 ${sure()}`,
      `of each of ${variants.length} variant${variants.length > 1 ? 's' : ''}, at ${sure()} confidence`,
    ),
  );
  byId('tiles').innerHTML = tiles.join('');
  byId('key').innerHTML = variants
    .map(
      (variant) =>
        `<li>${letter(variant)}<span>${safe(titleOf(variant))}` +
        `</span>${variant.index === 0 && variants.length > 1 ? `<span class="pill">${say('基准', 'baseline')}</span>` : ''}</li>`,
    )
    .join('');
}

const kindText = () =>
  ({ replication: say('次重复', 'replications'), 'antithetic-pair': say('对镜像重复', 'mirrored pairs'), batch: say('批', 'batches') })[
    report.validity.kind
  ];

function writeMeasures() {
  const shownOnes = report.measures.filter((measure) => measure.isShown);
  const named = new Set(themes.flatMap((theme) => theme.ids));
  const groups = [
    ...themes.map((theme) => ({ theme, list: theme.ids.map((id) => shownOnes.find((measure) => measure.id === id)).filter(Boolean) })),
    { theme: { zh: '其他', en: 'Other' }, list: shownOnes.filter((measure) => !named.has(measure.id)) },
  ];
  const head = variants
    .map(
      (variant) =>
        `<th scope="col">${letter(variant)}${safe(titleOf(variant))}` +
        `${variant.index === 0 && variants.length > 1 ? ` <span class="pill">${say('基准', 'baseline')}</span>` : ''}</th>`,
    )
    .join('');
  const rows = groups
    .filter((group) => group.list.length > 0)
    .map(
      (group) =>
        `<tr class="group"><th colspan="${variants.length + 1}" scope="colgroup">${say(group.theme.zh, group.theme.en)}</th>` +
        `</tr>${group.list.map(measureRow).join('')}`,
    )
    .join('');
  byId('measures').innerHTML =
    `<div class="framed"><table class="stacked even" style="--columns:${variants.length}"><thead><tr>` +
    `<th scope="col">${say('指标', 'Measure')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  byId('measures-note').textContent = say(
    `±：${sure()} 置信区间的半宽。第二行是与基准方案之差，逐次配对计算。*：差别可靠——按方案个数作 Holm 校正后，纯属偶然的可能低于 ${percent(1 - report.experiment.confidence, 0)}；` +
      `校正只针对同一指标内的多个方案，不针对多个指标。“–”：没有可统计的案件。`,
    `±: half the ${sure()} confidence interval. The second line is the difference to the baseline, taken pair by pair. *: the ` +
      `difference stands: corrected by Holm for the number of variants, the chance of seeing it by luck alone is below ` +
      `${percent(1 - report.experiment.confidence, 0)}. The correction is for several variants in one measure, not for several ` +
      `measures. “–”: nothing to measure.`,
  );
}

function measureRow(measure) {
  const isDeciding = report.decision && measure === deciding;
  const meaning = meanings[measure.id] ? `<small>${say(...meanings[measure.id])}</small>` : '';
  return (
    `<tr${isDeciding ? ' class="deciding"' : ''}><th scope="row">${safe(nameOf(measure))}` +
    `${isDeciding ? ` <span class="pill">${say('决定指标', 'decides')}</span>` : ''}${meaning}` +
    `</th>${variants.map((variant) => measureCell(measure, variant)).join('')}</tr>`
  );
}

function measureCell(measure, variant) {
  const [it, gap] = [variant.estimates[measure.id], variant.differences[measure.id]];
  const text = it
    ? `<div class="value"><b>${number(measure, it.mean)}</b> <i>${half(measure, it)} ${unit(measure)}</i></div>`
    : '<div class="value">–</div>';
  const judged = gap ? verdict(measure, gap) : null;
  const mark = judged ? `<span class="verdict ${judged.kind}">${judged.text}</span>` : '';
  return (
    `<td data-letter="${variant.letter}" style="--of:${variant.colour}">` +
    `<div>${text}` +
    (gap ? `<div class="gap"><span>${difference(measure, gap)}</span>${mark}</div>` : '') +
    `</div></td>`
  );
}

// A list of shifts reads better one to a line.
function settingText(text) {
  if (text === null) return `<span class="absent">${say('无', 'none')}</span>`;
  const shifts = /^\[\{.*\}\]$/.test(text) ? text.slice(2, -2).split('}, {') : null;
  if (scene.names[text]) return safe(lang === 'zh' ? scene.names[text].zh : scene.names[text].en);
  return shifts
    ? shifts
        .map((shift) => shift.split(', ').map(partText).join(say('，', ', ')))
        .map((line) => `<div>${line}</div>`)
        .join('')
    : safe(text);
}

function partText(part) {
  const [key, ...rest] = part.split(': ');
  const text = rest.join(': ');
  const day = {
    every: ['每天', 'every day'],
    work: ['工作日', 'working days'],
    workdays: ['工作日', 'working days'],
    rest: ['休息日', 'days off'],
  }[text];
  return key === 'hours'
    ? safe(text.replace('-', '–'))
    : key === 'days'
      ? day
        ? say(...day)
        : safe(text)
      : key === 'people'
        ? say(`${safe(text)} 人`, `${safe(text)} ${text === '1' ? 'person' : 'people'}`)
        : safe(part);
}

// The section is there only where something is known from elsewhere.
function writeChecks() {
  document.querySelectorAll('[data-part="checks"]').forEach((part) => {
    part.hidden = report.checks.length === 0;
  });
  if (report.checks.length === 0) return;
  byId('check-list').innerHTML = checksTable(
    report.checks.map((check) => ({
      ...check,
      measure: measures.get(check.measure),
      label: titleOf(variants.find((variant) => variant.id === check.variant)),
    })),
  );
}

// One column a variant; what a variant leaves as it is in the baseline says so.
function writeChanges() {
  const places = [...new Set(variants.flatMap((variant) => variant.changes.map((change) => change.place)))];
  const others = variants.slice(1);
  const before = (place) => others.flatMap((variant) => variant.changes).find((change) => change.place === place).before;
  const cell = (variant, text) => `<td data-letter="${variant.letter}" style="--of:${variant.colour}"><div>${text}</div></td>`;
  const rows = places
    .map(
      (place) =>
        `<tr><th scope="row">${safe(placeName(place))}</th>${cell(baseline, settingText(before(place)))}${others
          .map((variant) => {
            const change = variant.changes.find((one) => one.place === place);
            return cell(variant, change ? settingText(change.after) : `<span class="absent">${say('同基准', 'as the baseline')}</span>`);
          })
          .join('')}</tr>`,
    )
    .join('');
  const head = variants.map((variant) => `<th scope="col">${letter(variant)}${safe(titleOf(variant))}</th>`).join('');
  byId('change-list').innerHTML =
    others.length === 0
      ? `<p class="card">${say('只有一个方案，没有可比的设定。', 'There is one variant only, so nothing to compare.')}</p>`
      : places.length === 0
        ? `<p class="card">${say('各方案的设定完全相同。', 'All variants are set the same.')}</p>`
        : `<div class="framed"><table class="stacked even changes" style="--columns:${variants.length}"><thead><tr>` +
          `<th scope="col">${say('设定', 'Setting')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function writeRepeat() {
  const facts = [
    [say('程序版本', 'Program'), `<code>${safe(report.program)}</code>`],
    [say('实验文件', 'Experiment file'), `<code>${safe(scene.file)}</code>`],
    ...variants.map((variant) => [`${letter(variant)} ${say('输入哈希', 'input hash')}`, `<code>${variant.inputHash}</code>`]),
  ];
  const head = variants.map((variant) => `<th scope="col">${letter(variant)}</th>`).join('');
  const rows = baseline.runs
    .map(
      (run, i) =>
        `<tr><th scope="row">${run.seed}${run.isMirrored ? say('（镜像）', ' (mirrored)') : ''}` +
        `</th>${variants.map((variant) => `<td><code>${variant.runs[i]?.hash ?? '–'}</code></td>`).join('')}</tr>`,
    )
    .join('');
  const summary = say(`每次重复的种子与运行哈希（${baseline.runs.length}）`, `Seeds and run hashes of every replication (${baseline.runs.length})`);
  const table = `<table><thead><tr><th scope="col">${say('种子', 'Seed')}</th>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  const list = facts.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('');
  byId('again').innerHTML =
    `<pre>gridgov experiment run ${safe(scene.file)} --afresh --out report</pre>${singleRun()}<dl class="facts">${list}</dl>
<details><summary>${summary}</summary><div class="scroll">${table}</div></details>
<p class="note">${say(
      '输入哈希由情景文件的全部内容与程序本身算出；运行哈希由一次重复中发生的每一件事算出，任何一处不同都会改变它。同一文件夹里的 CSV 与 JSON 含有本页的全部数字。',
      'An input hash covers ' +
        'all that the scenario files say and the program itself; a run hash covers everything that happened in a replication and ' +
        'changes with the slightest difference. The CSV and JSON files beside this page hold all its numbers.',
    )}</p>`;
  byId('colophon').textContent = say(
    `GridGov Twin ${report.program.split('+')[0]} · 本页不联网，可离线保存、打印。`,
    `GridGov Twin ${report.program.split('+')[0]} · This page asks no network for anything; keep it, send it, print it.`,
  );
}

// Mirrored replications have no command of their own.
function singleRun() {
  const seed = baseline.runs[0].seed;
  return !scene.variantFiles
    ? ''
    : `<p class="intro">${say(
        '也可单独重做任意一次重复（换成所要的种子），其哈希应与下表一致。方案文件与本页在同一文件夹：',
        'Any one replication can be run alone, with the seed you want; its hash should be the one in the table. ' +
          'The files of the variants lie in the folder of this page:')}` +
        `</p><pre>${safe(variants.map((variant) => `gridgov run ${scene.variantFiles[variant.index]} --seed ${seed}`).join('\n'))}</pre>`;
}
