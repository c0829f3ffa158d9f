// Everything that is text and tables.

function writeTiles() {
  const tiles = [];
  const at = leader.estimates[deciding.id];
  const figure = (it) => `${number(deciding, it.mean)} <i>${half(deciding, it)} ${unit(deciding)}</i>`;
  const tile = (small, big, below, kind = '') => tiles.push(`<div class="${kind}"><small>${small}</small><b>${big}</b><small>${below}</small></div>`);
  tile(safe(nameOf(deciding)), at ? figure(at) : '–', `${letter(leader)} ${report.decision ? say('领先方案', 'the leading variant') : say('基准方案', 'the baseline')}`);
  if (report.decision?.target != null && at) {
    const { target, isReached } = report.decision;
    const text = isReached === null ? say('尚不能断言', 'cannot be said') : isReached ? say('达到', 'met') : say('未达到', 'missed');
    const gap = withUnit(number(deciding, Math.abs(at.mean - target)), deciding, true);
    tile(say(`目标 ${value(deciding, target)}`, `Target ${value(deciding, target)}`), text, at.mean === target ? '' : (at.mean > target) ? say(`高出 ${gap}`, `${gap} above it`) : say(`低 ${gap}`, `${gap} below it`), isReached === null ? 'open' : isReached ? 'good' : 'bad');
  }
  if (report.decision && variants.length > 1) {
    tile(say('选择', 'Choice'), report.decision.isChosen ? say('已分出高下', 'made') : say('尚不能断言', 'open'), report.decision.isChosen ? say(`选对的概率不低于 ${sure()}`, `right with at least ${sure()} probability`) : say('需要更多次重复', 'more replications are needed'), report.decision.isChosen ? 'good' : 'open');
  }
  tile(say('依据', 'Rests on'), `${grouped(report.validity.observations, 0)} <i>${kindText()}</i>`, say(`× ${variants.length} 个方案，置信度 ${sure()}`, `of each of ${variants.length} variant${variants.length > 1 ? 's' : ''}, at ${sure()} confidence`));
  byId('tiles').innerHTML = tiles.join('');
  byId('tiles').style.setProperty('--count', tiles.length);
  byId('key').innerHTML = variants.map((variant) => `<li>${letter(variant)}<span>${safe(titleOf(variant))}</span>${variant.index === 0 && variants.length > 1 ? `<span class="pill">${say('基准', 'baseline')}</span>` : ''}</li>`).join('');
}

const kindText = () => ({ replication: say('次重复', 'replications'), 'antithetic-pair': say('对镜像重复', 'mirrored pairs'), batch: say('批', 'batches') })[report.validity.kind];

function writeMeasures() {
  const shownOnes = report.measures.filter((measure) => measure.isShown);
  const named = new Set(themes.flatMap((theme) => theme.ids));
  const groups = [...themes.map((theme) => ({ theme, list: theme.ids.map((id) => shownOnes.find((measure) => measure.id === id)).filter(Boolean) })), { theme: { zh: '其他', en: 'Other' }, list: shownOnes.filter((measure) => !named.has(measure.id)) }];
  const head = variants.map((variant) => `<th scope="col">${letter(variant)}${safe(titleOf(variant))}${variant.index === 0 && variants.length > 1 ? ` <span class="pill">${say('基准', 'baseline')}</span>` : ''}</th>`).join('');
  const rows = groups.filter((group) => group.list.length > 0).map((group) => `<tr class="group"><th colspan="${variants.length + 1}" scope="colgroup">${say(group.theme.zh, group.theme.en)}</th></tr>${group.list.map(measureRow).join('')}`).join('');
  byId('measures').innerHTML = `<div class="framed"><table class="stacked"><thead><tr><th scope="col">${say('指标', 'Measure')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  byId('measures-note').textContent = say(
    `±：${sure()} 置信区间的半宽。第二行是与基准方案之差，逐次配对计算。*：差别可靠——按方案个数作 Holm 校正后，纯属偶然的可能低于 ${percent(1 - report.experiment.confidence, 0)}；校正只针对同一指标内的多个方案，不针对多个指标。“–”：没有可统计的案件。`,
    `±: half the ${sure()} confidence interval. The second line is the difference to the baseline, taken pair by pair. *: the difference stands: corrected by Holm for the number of variants, the chance of seeing it by luck alone is below ${percent(1 - report.experiment.confidence, 0)}. The correction is for several variants in one measure, not for several measures. “–”: nothing to measure.`);
}

function measureRow(measure) {
  const isDeciding = report.decision && measure === deciding;
  const meaning = meanings[measure.id] ? `<small>${say(...meanings[measure.id])}</small>` : '';
  return `<tr${isDeciding ? ' class="deciding"' : ''}><th scope="row">${safe(nameOf(measure))}${isDeciding ? ` <span class="pill">${say('决定指标', 'decides')}</span>` : ''}${meaning}</th>${variants.map((variant) => measureCell(measure, variant)).join('')}</tr>`;
}

function measureCell(measure, variant) {
  const [it, gap] = [variant.estimates[measure.id], variant.differences[measure.id]];
  const text = it ? `<div class="value"><b>${number(measure, it.mean)}</b> <i>${half(measure, it)} ${unit(measure)}</i></div>` : '<div class="value">–</div>';
  const judged = gap ? verdict(measure, gap) : null;
  return `<td data-letter="${variant.letter}" style="--of:${variant.colour}"><div>${text}${gap ? `<div class="gap"><span>${difference(measure, gap)}</span><span class="verdict ${judged.kind}">${judged.text}</span></div>` : ''}</div></td>`;
}

// A list of shifts reads better one to a line.
function settingText(text) {
  if (text === null) return `<span class="absent">${say('无', 'none')}</span>`;
  const shifts = /^\[\{.*\}\]$/.test(text) ? text.slice(2, -2).split('}, {') : null;
  if (scene.names[text]) return safe(lang === 'zh' ? scene.names[text].zh : scene.names[text].en);
  return shifts ? shifts.map((shift) => shift.split(', ').map(partText).join(say('，', ', '))).map((line) => `<div>${line}</div>`).join('') : safe(text);
}

function partText(part) {
  const [key, ...rest] = part.split(': ');
  const text = rest.join(': ');
  const day = { every: ['每天', 'every day'], work: ['工作日', 'working days'], workdays: ['工作日', 'working days'], rest: ['休息日', 'days off'] }[text];
  return key === 'hours' ? safe(text.replace('-', '–')) : key === 'days' ? (day ? say(...day) : safe(text)) : key === 'people' ? say(`${safe(text)} 人`, `${safe(text)} ${text === '1' ? 'person' : 'people'}`) : safe(part);
}

// One column a variant; what a variant leaves as it is in the baseline says so.
function writeChanges() {
  const places = [...new Set(variants.flatMap((variant) => variant.changes.map((change) => change.place)))];
  const others = variants.slice(1);
  const before = (place) => others.flatMap((variant) => variant.changes).find((change) => change.place === place).before;
  const cell = (variant, text) => `<td data-letter="${variant.letter}" style="--of:${variant.colour}"><div>${text}</div></td>`;
  const rows = places.map((place) => `<tr><th scope="row">${safe(placeName(place))}</th>${cell(baseline, settingText(before(place)))}${others.map((variant) => {
    const change = variant.changes.find((one) => one.place === place);
    return cell(variant, change ? settingText(change.after) : `<span class="absent">${say('同基准', 'as the baseline')}</span>`);
  }).join('')}</tr>`).join('');
  const head = variants.map((variant) => `<th scope="col">${letter(variant)}${safe(titleOf(variant))}</th>`).join('');
  byId('change-list').innerHTML = others.length === 0 ? `<p class="card">${say('只有一个方案，没有可比的设定。', 'There is one variant only, so nothing to compare.')}</p>`
    : places.length === 0 ? `<p class="card">${say('各方案的设定完全相同。', 'All variants are set the same.')}</p>`
    : `<div class="framed"><table class="stacked changes"><thead><tr><th scope="col">${say('设定', 'Setting')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function skewness(values) {
  const n = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const moment = (power) => values.reduce((sum, one) => sum + (one - mean) ** power, 0) / n;
  return n < 3 || moment(2) === 0 ? 0 : moment(3) / moment(2) ** 1.5;
}

// Variants whose open cases still grow or shrink by a quarter from the first counted days to the last ones.
function stillChanging() {
  const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return variants.map((variant) => {
    const counted = variant.backlog.slice(Math.ceil(variant.warmUpDays * 24));
    const part = 24 * Math.max(1, Math.floor(counted.length / 24 / 3));
    return counted.length < 72 ? null : { variant, first: mean(counted.slice(0, part)), last: mean(counted.slice(-part)) };
  }).filter((one) => one && Math.abs(one.last - one.first) > Math.max(5, one.first / 4));
}

function writeNotes() {
  const { validity } = report;
  const notes = [];
  const add = (kind, title, text) => notes.push(`<li class="${kind}"><b>${title}</b><span>${text}</span></li>`);
  const count = grouped(validity.observations, 0);
  if (validity.kind === 'batch') {
    const bad = variants.filter((variant) => variant.batches && !variant.batches.areLongEnough);
    add(bad.length ? 'care' : '', say(`${count} 批独立观测`, `${count} batches as observations`), bad.length
      ? say(`方案 ${bad.map((variant) => variant.letter).join('、')} 的相邻批相关（${bad.map((variant) => grouped(variant.batches.correlation, 2)).join('、')}），批太短，区间可能偏窄；请延长运行。`, `Neighbouring batches of variant ${bad.map((variant) => variant.letter).join(', ')} are correlated (${bad.map((variant) => grouped(variant.batches.correlation, 2)).join(', ')}): the batches are too short and the intervals may be too narrow. Run longer.`)
      : say('一次长运行去掉预热期后切成等长的批；相邻批之间没有显著相关。', 'One long run, cut into equal batches after the warm-up; neighbouring batches show no clear correlation.'));
  } else {
    add('', say(`每个方案 ${count} ${validity.kind === 'antithetic-pair' ? '对镜像重复' : '次独立重复'}`, `${count} ${validity.kind === 'antithetic-pair' ? 'mirrored pairs' : 'independent replications'} of every variant`), validity.kind === 'antithetic-pair'
      ? say('每个种子运行两次，第二次把每个随机数镜像（u 变为 1 − u），两次平均作为一个观测，以减小波动。各方案用同样的种子，逐对相减。', 'Every seed is run twice, the second time with every random number mirrored (u becomes 1 − u); the mean of the two is one observation, which varies less. All variants use the same seeds and are compared pair by pair.')
      : say('编号相同的重复在各方案中用同一随机种子，遇到同样的事件（公共随机数），因此逐次相减，差别比平均值本身更准。', 'Replications of the same number use the same seed in every variant and meet the same incidents (common random numbers), so differences are taken pair by pair and are sharper than the means themselves.'));
  }
  const wanted = Object.entries(validity.halfWidths).map(([id, width]) => say(`${measures.get(id).zh} ± ${value(measures.get(id), width)}`, `${measures.get(id).en} ± ${value(measures.get(id), width)}`)).join(say('、', ', '));
  const reasons = {
    'all-done': ['', say('按计划全部完成', 'All done as planned'), say('重复次数事先定好，不看结果决定何时停止。', 'The number of replications was fixed beforehand; when to stop was not decided by looking.')],
    reached: ['', say('已达到要求的精度', 'The wanted precision is reached'), say(`按文件规定的精度停止${wanted ? `（${wanted}）` : ''}，至少 ${validity.least} 次、至多 ${validity.most} 次。边看边停会使区间略微偏窄，次数多时可以忽略。`, `Stopped by the file's rule${wanted ? ` (${wanted})` : ''}, after at least ${validity.least} and at most ${validity.most}. Stopping by looking makes intervals slightly too narrow; with many replications this is negligible.`)],
    'not-reached': ['care', say('未达到要求的精度', 'The wanted precision is not reached'), say(`已用完至多 ${validity.most} 次重复${wanted ? `，要求为 ${wanted}` : ''}；区间比要求的宽。`, `The most replications, ${validity.most}, are done${wanted ? `; wanted were ${wanted}` : ''}. The intervals are wider than asked for.`)],
    time: ['care', say('因时间用尽而停止', 'Stopped because the time was over'), say('结论以已完成的重复为准；再次运行会从这里继续，但机器快慢会影响做了多少次。', 'What is said rests on the replications that were done. How many there were depends on the speed of the machine.')],
  };
  add(...reasons[validity.stopReason]);
  const warm = [...new Set(variants.map((variant) => variant.warmUpDays))].map((days) => grouped(days, days % 1 ? 2 : 0)).join(' / ');
  add(!validity.isSettled ? 'care' : validity.warmUpWasFound ? '' : 'fact', say(`预热期 ${warm} 天不计`, `Warm-up of ${warm} day${warm === '1' ? '' : 's'} left out`), validity.warmUpWasFound
    ? (validity.isSettled ? say('由在办案件的走势用 MSER-5 方法找出；各方案此时都已平稳。', 'Found by the method MSER-5 from the course of open cases; every variant had settled by then.') : say('由 MSER-5 方法找出，但至少一个方案到后半段仍在变化：运行太短，长期平均值要谨慎看待。', 'Found by the method MSER-5, but at least one variant was still changing in the second half: the run is too short, so read long-run means with care.'))
    : say('按情景文件的设定；是否足够，可看上面的在办案件走势图。', 'As the scenario files say; the chart of open cases above shows whether it is enough.'));
  const changing = stillChanging();
  if (changing.length > 0) {
    const list = changing.map((one) => `${one.variant.letter} ${grouped(one.first, 0)} → ${grouped(one.last, 0)}`).join(say('，', ', '));
    add('care', say('在办案件到最后仍在变化', 'Open cases are still changing at the end'), say(`统计期首尾各三分之一的在办案件平均数：${list}。这些方案没有达到稳定，数字只代表这一段时间；运行更久，结果会不同。`, `Mean open cases in the first and the last third of the counted time: ${list}. These variants have not settled: the figures hold for this stretch of time, and a longer run would give others.`));
  }
  add(validity.failures.length ? 'care' : '', validity.failures.length ? say(`${validity.failures.length} 次重复没有完成`, `${validity.failures.length} replications did not come to an end`) : say('没有失败的重复', 'No replication failed'), validity.failures.length ? validity.failures.map(safe).join('<br>') + say('<br>相应编号在所有方案中都不计。', '<br>Their rounds are left out of every variant.') : say('每一次都运行到底，全部计入。', 'Every one ran to its end and counts.'));
  if (report.decision && report.decision.matters > 0 && variants.length > 1) {
    add('fact', say('怎样选出最好的方案', 'How the best was chosen'), say(`用 Kim 与 Nelson 的逐次选择法：若某方案比其余都好出 ${withUnit(number(deciding, report.decision.matters), deciding, true)} 以上，选中它的概率不低于 ${sure()}；更小的差别视为无所谓。`, `By the sequential procedure of Kim and Nelson: if one variant is better than every other by at least ${withUnit(number(deciding, report.decision.matters), deciding, true)}, it is chosen with a probability of at least ${sure()}; smaller differences are taken not to matter.`));
  }
  add('fact', say('结论的范围', 'What this holds for'), say('区间只反映随机波动，不反映情景设定与现实的出入。换一座城市、另一种案情，须另做实验。', 'The intervals cover chance alone, not how far the scenario is from reality. Another town or another load needs another experiment.'));
  byId('notes').innerHTML = notes.join('');
  const skewed = variants.filter((variant) => Math.abs(skewness((variant.observations[deciding.id] ?? []).filter((one) => one !== null))) > 1);
  byId('strip-note').textContent = say(
    `每个点是一次观测，竖线是平均值。区间按正态近似（t 分布）计算；观测越多越不依赖这一假定。${skewed.length ? `方案 ${skewed.map((variant) => variant.letter).join('、')} 的观测明显偏斜，其区间宜留余地。` : '这里没有明显偏斜。'}`,
    `Every dot is an observation, the upright line their mean. Intervals assume that observations are about normal (Student's t); the more there are, the less that matters. ${skewed.length ? `Those of variant ${skewed.map((variant) => variant.letter).join(', ')} are clearly skewed: allow some margin.` : 'None here are clearly skewed.'}`);
}

function writeRepeat() {
  const facts = [
    [say('程序版本', 'Program'), `<code>${safe(report.program)}</code>`],
    [say('实验文件', 'Experiment file'), `<code>${safe(scene.file)}</code>`],
    ...variants.map((variant) => [`${letter(variant)} ${say('输入哈希', 'input hash')}`, `<code>${variant.inputHash}</code>`]),
  ];
  const head = variants.map((variant) => `<th scope="col">${letter(variant)}</th>`).join('');
  const rows = baseline.runs.map((run, i) => `<tr><th scope="row">${run.seed}${run.isMirrored ? say('（镜像）', ' (mirrored)') : ''}</th>${variants.map((variant) => `<td><code>${variant.runs[i]?.hash ?? '–'}</code></td>`).join('')}</tr>`).join('');
  byId('again').innerHTML = `<pre>gridgov experiment run ${safe(scene.file)} --afresh --out report</pre>${singleRun()}<dl class="facts">${facts.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('')}</dl>
<details><summary>${say(`每次重复的种子与运行哈希（${baseline.runs.length}）`, `Seeds and run hashes of every replication (${baseline.runs.length})`)}</summary><div class="scroll"><table><thead><tr><th scope="col">${say('种子', 'Seed')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div></details>
<p class="note">${say('输入哈希由情景文件的全部内容与程序本身算出；运行哈希由一次重复中发生的每一件事算出，任何一处不同都会改变它。同一文件夹里的 CSV 与 JSON 含有本页的全部数字。', 'An input hash covers all that the scenario files say and the program itself; a run hash covers everything that happened in a replication and changes with the slightest difference. The CSV and JSON files beside this page hold all its numbers.')}</p>`;
  byId('colophon').textContent = say(`GridGov Twin ${report.program.split('+')[0]} · 本页不联网，可离线保存、打印。`, `GridGov Twin ${report.program.split('+')[0]} · This page asks no network for anything; keep it, send it, print it.`);
}

function singleRun() {
  const commands = variants.filter((variant) => scene.commands?.[variant.index]).map((variant) => `# ${variant.letter}  ${titleOf(variant)}\n${scene.commands[variant.index]}`);
  return commands.length === 0 ? '' : `<p class="intro">${say('单独重做一次重复（换成所要的种子），其哈希应与下表一致：', 'One replication alone, with the seed you want; its hash should be the one in the table:')}</p><pre>${safe(commands.join('\n'))}</pre>`;
}
