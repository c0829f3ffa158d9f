// The page of proofs.

const proof = JSON.parse(byId('proof-data').textContent);
const checksOf = (by) => proof.experiments.flatMap((experiment) => experiment.checks).filter((check) => check.by === by);
const met = (list) => list.filter((one) => one.holds).length;

function writeTiles() {
  const box = (kind, name, big, below) => `<div class="${kind}"><small>${name}</small><b>${big}</b><small>${below}</small></div>`;
  const tile = (name, list, isMust) =>
    list.length === 0
      ? ''
      : box(
          met(list) === list.length ? 'good' : isMust ? 'bad' : 'open',
          name,
          `${met(list)} / ${list.length}`,
          isMust ? say('必须一致', 'must agree') : say('参考', 'for comparison'),
        );
  const { coverage } = proof;
  byId('tiles').innerHTML =
    tile(say('公式', 'Closed formulas'), checksOf('formula'), true) +
    tile(say('超立方模型', 'Hypercube'), proof.workloads, true) +
    (coverage
      ? box(
          coverage.holds ? 'good' : 'bad',
          say('区间覆盖率', 'Coverage of intervals'),
          percent(coverage.share, 1),
          say(`所称 ${percent(coverage.confidence)}`, `claimed ${percent(coverage.confidence)}`),
        )
      : '') +
    tile(say('公布数据，未用于拟合', 'Published, held out'), checksOf('held-out'), false) +
    tile(say('公布数据，已用于拟合', 'Published, fitted'), checksOf('fitted'), false);
  byId('quick').hidden = proof.isWhole;
  byId('colophon').textContent =
    `GridGov Twin ${proof.program} · ` +
    `${say('本页不联网。复算：', 'This page asks no network for anything. To repeat it: ')}` +
    `gridgov prove scenarios/proofs${proof.isWhole ? '' : ' --quick'} --afresh --out proof`;
}

function writeExperiments() {
  const word = (title) => (lang === 'zh' ? title.zh : title.en);
  byId('experiments').innerHTML = proof.experiments
    .map((experiment, i) => {
      const measures = new Map(experiment.measures.map((measure) => [measure.id, measure]));
      const checks = experiment.checks.map((check) => ({
        ...check,
        measure: measures.get(check.measure),
        label: word(experiment.variants[check.variant]),
      }));
      const count = say(`每个世界 ${experiment.observations} 次观测。`, `${experiment.observations} observations of each world.`);
      return (
        `<details class="part" id="part-${i}"><summary>` +
        partHeading(safe(word(experiment.title)), checks, checks.some((check) => check.by === 'formula')) +
        `</summary><p class="intro">${safe(word(experiment.question))} ${count}</p>${checksTable(checks, i === 0)}</details>`
      );
    })
    .join('');
}

function writeWorkloads() {
  byId('hypercube').hidden = proof.workloads.length === 0;
  byId('hypercube-heading').innerHTML = partHeading(say('超立方模型', 'The hypercube'), proof.workloads, true);
  const busy = { id: 'busy', zh: '忙碌时间的比例', en: 'share of time busy', unit: 'share', isHigherBetter: null };
  byId('workloads').innerHTML = checksTable(
    proof.workloads.map((work) => ({
      label: say(`出勤人员 ${work.officer}`, `Officer ${work.officer}`),
      measure: busy,
      value: work.published,
      estimate: work.estimate,
      holds: work.holds,
      by: 'formula',
      source: 'Larson & Odoni, 5.5.3',
    })),
    false,
  );
}

// The claim, the room to either side, and the share that was found, on a scale from ten points below to 100 %.
function coveragePicture({ share, confidence, room, holds }) {
  const [from, to] = [Math.min(confidence - 0.1, share - 0.01), 1];
  const [low, high] = [confidence - room, Math.min(1, confidence + room)];
  const x = (at) => (30 + ((at - from) / (to - from)) * 630).toFixed(1);
  const mark = (at, text, y) => `<text x="${x(at)}" y="${y}" text-anchor="middle" fill="var(--soft)" font-size="14">${text}</text>`;
  const ends = [from, low, high].map((at) => mark(at, percent(at, Number.isInteger(Math.round(at * 1e4) / 100) ? 0 : 1), 84)).join('');
  return (
    `<svg class="wide-picture" viewBox="0 0 700 92" role="img" aria-label="${percent(share, 1)}">` +
    `<rect x="${x(low)}" y="26" width="${x(high) - x(low)}" height="34" fill="var(--good-tint)"/>` +
    `<path d="M30 43H660" stroke="var(--strong)"/>` +
    `<path d="M${x(confidence)} 22V64" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="4 3"/>` +
    `<circle cx="${x(share)}" cy="43" r="8" fill="${holds ? 'var(--good)' : 'var(--bad)'}"/>${ends}` +
    `${high < 0.99 ? mark(to, percent(to), 84) : ''}` +
    `${mark(confidence, say(`所称 ${percent(confidence)}`, `claimed ${percent(confidence)}`), 14)}</svg>`
  );
}

function writeCoverage() {
  byId('coverage').hidden = !proof.coverage;
  if (!proof.coverage) return;
  const { share, confidence, intervals, replications, held, holds } = proof.coverage;
  const error = grouped(Math.sqrt((confidence * (1 - confidence)) / intervals) * 100, 1);
  byId('coverage-heading').innerHTML =
    `<h2>${say('区间是否名副其实', 'Do intervals hold what they claim?')}</h2>` +
    `<span class="verdict ${holds ? 'good' : 'bad'}">${percent(share, 1)}</span>`;
  byId('coverage-title').textContent = say(
    `${grouped(intervals, 0)} 个区间中 ${grouped(held, 0)} 个盖住真值：${percent(share, 1)}`,
    `${grouped(held, 0)} of ${grouped(intervals, 0)} intervals hold the truth: ${percent(share, 1)}`,
  );
  byId('coverage-picture').innerHTML = coveragePicture(proof.coverage);
  byId('coverage-note').textContent = say(
    `每个区间由 ${replications} 次重复算出。绿色为容许范围：${grouped(intervals, 0)} 个区间的覆盖率本身有约 ${error} 个百分点的标准误。`,
    `Each interval is made from ${replications} replications. The green field is what may be: the coverage of ` +
      `${grouped(intervals, 0)} intervals ` +
      `itself has a standard error of about ${error} pp.`,
  );
}

speak({ zh: '自证报告 · GridGov Twin', en: 'Proof report · GridGov Twin' }, () => {
  writeTiles();
  writeExperiments();
  writeWorkloads();
  writeCoverage();
  writeContents();
  foldParts();
});
