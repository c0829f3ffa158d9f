// The page of proofs.

const proof = JSON.parse(byId('proof-data').textContent);
const checksOf = (by) => proof.experiments.flatMap((experiment) => experiment.checks).filter((check) => check.by === by);
const met = (list) => list.filter((one) => one.holds).length;

function writeTiles() {
  const tile = (name, list, below, must) => (list.length === 0 ? '' : `<div class="${met(list) === list.length ? 'good' : must ? 'bad' : 'open'}"><small>${name}</small><b>${met(list)} / ${list.length}</b><small>${below}</small></div>`);
  const covered = proof.coverage && `<div class="${proof.coverage.holds ? 'good' : 'bad'}"><small>${say('区间覆盖率', 'Coverage of intervals')}</small><b>${percent(proof.coverage.share, 1)}</b><small>${say(`所称 ${percent(proof.coverage.confidence)}`, `claimed ${percent(proof.coverage.confidence)}`)}</small></div>`;
  byId('tiles').innerHTML = tile(say('公式', 'Closed formulas'), checksOf('formula'), say('必须一致', 'must agree'), true)
    + tile(say('超立方模型', 'Hypercube'), proof.workloads, say('必须一致', 'must agree'), true) + (covered || '')
    + tile(say('公布数据，未用于拟合', 'Published, held out'), checksOf('held-out'), say('参考', 'for comparison'), false)
    + tile(say('公布数据，已用于拟合', 'Published, fitted'), checksOf('fitted'), say('参考', 'for comparison'), false);
  byId('colophon').textContent = say(`GridGov Twin ${proof.program} · 本页不联网。复算：gridgov prove scenarios/proofs --afresh --out proof`, `GridGov Twin ${proof.program} · This page asks no network for anything. To repeat it: gridgov prove scenarios/proofs --afresh --out proof`);
}

function writeExperiments() {
  byId('experiments').innerHTML = proof.experiments.map((experiment) => {
    const measures = new Map(experiment.measures.map((measure) => [measure.id, measure]));
    const checks = experiment.checks.map((check) => ({ ...check, measure: measures.get(check.measure), label: lang === 'zh' ? experiment.variants[check.variant].zh : experiment.variants[check.variant].en }));
    const title = (text) => safe(lang === 'zh' ? text.zh : text.en);
    return `<section><h2>${title(experiment.title)}</h2><p class="intro">${title(experiment.question)} ${say(`每个世界 ${experiment.observations} 次观测。`, `${experiment.observations} observations of each world.`)}</p>${checksTable(checks)}</section>`;
  }).join('');
}

function writeWorkloads() {
  byId('hypercube').hidden = proof.workloads.length === 0;
  const busy = { id: 'busy', zh: '忙碌时间的比例', en: 'share of time busy', unit: 'share', isHigherBetter: null };
  byId('workloads').innerHTML = checksTable(proof.workloads.map((work) => ({ label: say(`出勤人员 ${work.officer}`, `Officer ${work.officer}`), measure: busy, value: work.published, estimate: work.estimate, holds: work.holds, by: 'formula', source: 'Larson & Odoni, 5.5.3' })));
}

// The claim, the room of two points to either side, and the share that was found, on a scale from ten points below to ten above, at most 100 %.
function writeCoverage() {
  byId('coverage').hidden = !proof.coverage;
  if (!proof.coverage) return;
  const { share, confidence, intervals, replications, held, holds } = proof.coverage;
  const [from, to] = [Math.min(confidence - 0.1, share - 0.01), 1];
  const x = (at) => (30 + (at - from) / (to - from) * 630).toFixed(1);
  const mark = (at, text, y) => `<text x="${x(at)}" y="${y}" text-anchor="middle" fill="var(--soft)" font-size="14">${text}</text>`;
  const colour = holds ? 'var(--good)' : 'var(--bad)';
  byId('coverage-title').textContent = say(`${grouped(intervals, 0)} 个区间中 ${grouped(held, 0)} 个盖住真值：${percent(share, 1)}`, `${grouped(held, 0)} of ${grouped(intervals, 0)} intervals hold the truth: ${percent(share, 1)}`);
  byId('coverage-picture').innerHTML = `<svg class="wide-picture" viewBox="0 0 700 92" role="img" aria-label="${percent(share, 1)}"><rect x="${x(confidence - 0.02)}" y="26" width="${x(confidence + 0.02) - x(confidence - 0.02)}" height="34" fill="var(--good-tint)"/><path d="M30 43H660" stroke="var(--strong)"/><path d="M${x(confidence)} 22V64" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="4 3"/><circle cx="${x(share)}" cy="43" r="8" fill="${colour}"/>${mark(from, percent(from), 84)}${mark(confidence - 0.02, percent(confidence - 0.02), 84)}${mark(confidence + 0.02, percent(confidence + 0.02), 84)}${mark(to, percent(to), 84)}${mark(confidence, say(`所称 ${percent(confidence)}`, `claimed ${percent(confidence)}`), 14)}</svg>`;
  byId('coverage-note').textContent = say(`每个区间由 ${replications} 次重复算出。绿色为容许范围：${grouped(intervals, 0)} 个区间的覆盖率本身有约 ${grouped(Math.sqrt(confidence * (1 - confidence) / intervals) * 100, 1)} 个百分点的标准误。`, `Each interval is made from ${replications} replications. The green field is what may be: the coverage of ${grouped(intervals, 0)} intervals itself has a standard error of about ${grouped(Math.sqrt(confidence * (1 - confidence) / intervals) * 100, 1)} pp.`);
}

speak({ zh: '自证报告 · GridGov Twin', en: 'Proof report · GridGov Twin' }, () => {
  writeTiles();
  writeExperiments();
  writeWorkloads();
  writeCoverage();
});
