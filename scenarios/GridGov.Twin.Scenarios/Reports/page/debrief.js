// The page of an after-action report: its tables.

const debrief = JSON.parse(byId('debrief-data').textContent);
const byName = (list, id) => list.find((one) => one.id === id);
const playerOf = (action) => (action.player ? titleIn(byName(debrief.players, action.player).title) : say('不限', 'anybody'));

const standings = {
  'not-yet': { kind: '', zh: '未到', en: 'not yet' },
  awaited: { kind: 'open', zh: '待完成', en: 'awaited' },
  met: { kind: 'good', zh: '按时', en: 'in time' },
  late: { kind: 'open', zh: '逾时', en: 'late' },
  missed: { kind: 'bad', zh: '未完成', en: 'not done' },
  waiting: { kind: '', zh: '未注入', en: 'not delivered' },
  delivered: { kind: 'good', zh: '已注入', en: 'delivered' },
  'not-needed': { kind: '', zh: '无需注入', en: 'not needed' },
  skipped: { kind: 'open', zh: '已跳过', en: 'skipped' },
};
const standing = (word) => `<span class="verdict ${standings[word].kind}">${say(standings[word].zh, standings[word].en)}</span>`;

const ratings = {
  performed: { kind: 'good', letter: 'P', zh: '完成良好', en: 'performed without challenges' },
  'some-challenges': { kind: 'good', letter: 'S', zh: '基本完成', en: 'performed with some challenges' },
  'major-challenges': { kind: 'open', letter: 'M', zh: '困难较大', en: 'performed with major challenges' },
  unable: { kind: 'bad', letter: 'U', zh: '未能完成', en: 'unable to be performed' },
};
const rating = (word) =>
  word ? `<span class="verdict ${ratings[word].kind}">${ratings[word].letter}</span> ${say(ratings[word].zh, ratings[word].en)}` : '–';

const points = ({ had, of }) => (of > 0 ? `${plain(had)} / ${plain(of)}` : '–');
const plain = (number) => String(Math.round(number * 100) / 100);

// The town's clock, and the time since StartEx.
const clockOf = (ms) => {
  const day = Math.floor(ms / 864e5) - Math.floor(debrief.beginsMs / 864e5);
  const time = new Date(ms % 864e5).toISOString().slice(11, 19);
  return day > 0 ? `${time} +${day}${say('天', ' d')}` : time;
};
const since = (ms) => {
  const seconds = Math.round((ms - debrief.beginsMs) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `+${parts.join(':')}`;
};
const moment = (ms) => (ms === null ? '–' : `${since(ms)} <small class="quiet">${clockOf(ms)}</small>`);
const length = (ms) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return minutes === 0 ? say(`${rest} 秒`, `${rest} s`) : say(`${minutes} 分 ${rest} 秒`, `${minutes} min ${rest} s`);
};

// A contingency is not needed where what it waits for was done in time.
const isNotNeeded = (inject) =>
  inject.trigger === 'if-missed' && inject.standing === 'waiting' && byName(debrief.actions, inject.watched).standing === 'met';
const margin = (action) => {
  if (action.atMs === null || action.dueMs === null) return '';
  const left = action.dueMs - action.atMs;
  return left >= 0 ? say(`提前 ${length(left)}`, `${length(left)} to spare`) : say(`超时 ${length(left)}`, `${length(left)} too late`);
};

function writeTiles() {
  const tile = (small, big, below, kind = '') => `<div class="${kind}"><small>${small}</small><b>${big}</b><small>${below}</small></div>`;
  const { had, of } = debrief.points;
  const count = (word) => debrief.actions.filter((action) => action.standing === word).length;
  const delivered = debrief.injects.filter((inject) => inject.standing === 'delivered').length;
  const share = of > 0 ? had / of : null;
  byId('tiles').innerHTML =
    tile(
      say('得分', 'Points'),
      share === null ? '–' : percent(share),
      points(debrief.points),
      share === null ? '' : share >= 0.7 ? 'good' : share >= 0.4 ? 'open' : 'bad',
    ) +
    tile(say('按时完成', 'Done in time'), count('met'), say(`共 ${debrief.actions.length} 项预期行动`, `of ${debrief.actions.length} expected actions`)) +
    tile(say('逾时', 'Late'), count('late'), say('按规则折算得分', 'count in part')) +
    tile(say('未完成', 'Not done'), count('missed'), say('不得分', 'count nothing'), count('missed') > 0 ? 'bad' : '') +
    tile(say('情况注入', 'Injects'), delivered, say(`共 ${debrief.injects.length} 条`, `of ${debrief.injects.length}`));
  byId('going').hidden = debrief.isOver;
}

function writeTables() {
  byId('objective-list').innerHTML = table(
    [say('目标', 'Objective'), say('得分', 'Points'), say('建议', 'Suggested'), say('评定', 'Rated'), say('评估人', 'By')],
    debrief.objectives.map((it) => [titleIn(it.title), points(it.points), rating(it.suggested), rating(it.rating), it.judge ? safe(it.judge) : '–']),
  );
  byId('action-list').innerHTML = table(
    [say('预期行动', 'Expected action'), say('参演岗位', 'Player'), say('结果', 'What became of it'), say('完成', 'Done'), say('时限', 'Due'), say('得分', 'Points')],
    debrief.actions.map((it) => [
      `${titleIn(it.title)}<small>${titleIn(byName(debrief.injects, it.inject).title)}</small>`,
      playerOf(it),
      standing(it.standing) + (it.judge ? ` <small class="quiet">${say('评估人', 'judged by')} ${safe(it.judge)}</small>` : ''),
      `${moment(it.atMs)}${it.actor ? ` ${safe(it.actor)}` : ''}${it.case === null ? '' : ` #${it.case}`}<br><small class="quiet">${margin(it)}</small>`,
      moment(it.dueMs),
      points(it.points),
    ]),
  );
  byId('inject-list').innerHTML = table(
    [say('情况', 'Inject'), say('状态', 'State'), say('时间', 'When'), say('内容', 'What players were told'), say('案件', 'Cases')],
    debrief.injects.map((it) => [
      titleIn(it.title),
      standing(isNotNeeded(it) ? 'not-needed' : it.standing) + (it.actor ? ` <small class="quiet">${safe(it.actor)}</small>` : ''),
      isNotNeeded(it) ? '–' : moment(it.atMs ?? it.dueMs),
      it.says ? `${it.from ? `<b>${titleIn(it.from)}</b> ` : ''}${titleIn(it.says)}` : '–',
      it.cases.map((number) => `#${number}`).join(' ') || '–',
    ]),
  );
  byId('note-list').innerHTML = table(
    [say('时间', 'When'), say('记录人', 'Who'), say('内容', 'Note')],
    debrief.notes.map((it) => [moment(it.atMs), safe(it.actor), safe(it.text)]),
    say('没有记录。', 'Nobody noted anything.'),
  );
  byId('improvement-list').innerHTML = table(
    [say('待改进', 'To be improved'), say('纠正措施', 'Corrective action'), say('负责人', 'Owner'), say('期限', 'Until')],
    debrief.actions
      .filter((it) => it.standing === 'late' || it.standing === 'missed')
      .map((it) => [`${titleIn(it.title)} ${standing(it.standing)}`, '', '', '']),
    say('全部预期行动均按时完成。', 'Everything that was expected was done in time.'),
  );
  byId('colophon').textContent =
    `GridGov Twin ${debrief.program} · ${debrief.drill} · ${debrief.scenario} · ${say('种子', 'seed')} ${debrief.seed}` +
    `${debrief.hash ? ` · ${say('事件哈希', 'event hash')} ${debrief.hash}` : ''} · ${say('本页不联网。', 'This page asks no network for anything.')}`;
}
