// The page of a staffing search.

const staffing = JSON.parse(byId('staffing-data').textContent);
const [now, chosen] = [staffing.trials[staffing.now], staffing.trials[staffing.chosen]];
const isProved = staffing.verdict === 'proved' || staffing.verdict === 'over-budget';
const money = (it) => grouped(it, it % 1 ? 2 : 0);
const suggested = () => (isProved ? say('建议', 'suggested') : say('最接近', 'nearest'));

const standings = {
  holds: { kind: 'good', zh: '达到', en: 'holds' },
  open: { kind: '', zh: '尚不能断言', en: 'open' },
  missed: { kind: 'bad', zh: '未达到', en: 'missed' },
};
const standing = (word) => `<span class="verdict ${standings[word].kind}">${say(standings[word].zh, standings[word].en)}</span>`;
const goal = (target) => `${target.isAtLeast ? '≥' : '≤'} ${value(target.measure, target.value)}`;

function writeTiles() {
  const tile = (small, big, below, kind = '') => `<div class="${kind}"><small>${small}</small><b>${big}</b><small>${below}</small></div>`;
  const kept = chosen.findings.filter((finding) => finding.standing === 'holds').length;
  const all = chosen.findings.length;
  byId('tiles').innerHTML =
    tile(
      say('每日在岗', 'On duty in a day'),
      `${grouped(chosen.people, 0)} <i>${say('人次', 'person-shifts')}</i>`,
      `${suggested()} · ${say('现状', 'today')} ${grouped(now.people, 0)}`,
    ) +
    tile(say('每周费用', 'Cost of a week'), money(chosen.cost), `${say('现状', 'today')} ${money(now.cost)}`) +
    (staffing.budget === null
      ? ''
      : tile(
          say('每周预算', 'Budget of a week'),
          money(staffing.budget),
          chosen.cost <= staffing.budget ? say('够用', 'is enough') : say('不够', 'is not enough'),
          chosen.cost <= staffing.budget ? 'good' : 'bad',
        )) +
    tile(
      say('目标与公平限度', 'Targets and limits of fairness'),
      `${kept} / ${all}`,
      say(`置信度 ${percent(staffing.confidence)}`, `at ${percent(staffing.confidence)} confidence`),
      kept === all ? 'good' : 'bad',
    );
  byId('colophon').textContent =
    `GridGov Twin ${staffing.program} · ` +
    `${say('本页不联网。复算：', 'This page asks no network for anything. To repeat it: ')}` +
    `gridgov staff ${staffing.file} --afresh --out staff`;
}

function writePosts() {
  const change = (post) => {
    const by = post.chosen - post.now;
    return by === 0 ? say('不变', 'as it is') : `${by > 0 ? '+' : '−'}${Math.abs(by)}`;
  };
  byId('post-list').innerHTML = table(
    [
      say('岗位与班次', 'Post and shift'),
      say('现状', 'Today'),
      isProved ? say('建议', 'Suggested') : say('最接近', 'Nearest'),
      say('变化', 'Change'),
      say('需聘用', 'To employ'),
      say('每人每周费用', 'Cost of one, a week'),
    ],
    staffing.posts.map((post) => [
      `${sentence(titleIn(post.title))}` +
        `${post.places > 1 ? `<small>${say(`共 ${post.places} 处，每处人数`, `at each of ${post.places} places`)}</small>` : ''}`,
      post.now,
      `<b>${post.chosen}</b>`,
      change(post),
      post.employed,
      money(post.cost),
    ]),
  );
}

function writeTargets() {
  const found = (trial, i) => `<span class="value">${estimate(staffing.targets[i].measure, trial.findings[i].estimate)}</span>`;
  byId('target-list').innerHTML = table(
    [
      say('指标', 'Measure'),
      say('目标', 'Target'),
      say('现状', 'Today'),
      isProved ? say('建议', 'Suggested') : say('最接近', 'Nearest'),
      say('结果', 'Result'),
    ],
    staffing.targets.map((target, i) => [
      `${safe(nameOf(target.measure))}${target.isFairness ? `<small>${say('公平限度', 'limit of fairness')}</small>` : ''}`,
      goal(target),
      found(now, i),
      `<b>${found(chosen, i)}</b>`,
      standing(chosen.findings[i].standing),
    ]),
  );
}

function writeTrials() {
  const first = staffing.targets[0].measure;
  byId('trial-list').innerHTML = table(
    [
      say('试验', 'Trial'),
      say('每周费用', 'Cost of a week'),
      say('人次', 'Person-shifts'),
      safe(nameOf(first)),
      say('重复', 'Replications'),
      say('全部目标', 'All targets'),
    ],
    staffing.trials.map((trial, i) => [
      `${i + 1} ${titleIn(trial.purpose)}`,
      money(trial.cost),
      grouped(trial.people, 0),
      estimate(first, trial.findings[0].estimate),
      `${trial.replications}` + `<small>${say(`种子自 ${trial.firstSeed} 起`, `seeds from ${trial.firstSeed}`)}</small>`,
      standing(trial.standing),
    ]),
  );
}
