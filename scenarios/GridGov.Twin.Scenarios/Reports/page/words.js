// What the page says besides the sentences that stand in page.html.

// Headings of the table of measures, and the measures under each. What no heading names comes last.
const themes = [
  {
    zh: '结案',
    en: 'Closing',
    ids: ['on-time-closing-rate', 'closing-rate', 'open-time', 'open-time-p90', 'rework-rate', 'extension-rate', 'closed', 'backlog'],
  },
  {
    zh: '发现与上报',
    en: 'Discovery and reports',
    ids: [
      'discovery-rate',
      'detection-delay',
      'detection-delay-p90',
      'reports',
      'valid-report-rate',
      'merged',
      'accepted',
      'settled',
      'rejected',
      'filing-rate',
    ],
  },
  {
    zh: '派遣与处置',
    en: 'Dispatch and handling',
    ids: ['dispatch-rate', 'dispatch-accuracy', 'handling-rate', 'on-time-handling-rate', 'handling-time'],
  },
  { zh: '网格员', en: 'Officers', ids: ['officer-utilisation', 'task-wait', 'tasks', 'visits', 'patrol-km', 'task-km'] },
  { zh: '在哪一级办结', en: 'Where cases are settled', ids: ['closed-grid', 'closed-community', 'closed-street', 'closed-district'] },
];

// What a measure means, for who does not live among them.
const meanings = {
  'on-time-closing-rate': ['应结案件中，在时限内结案的比例', 'share of the cases due that were closed before their deadline'],
  'closing-rate': ['应结案件中已结案的比例，不论早晚', 'share of the cases due that were closed, late or not'],
  'on-time-handling-rate': ['应处置案件中，在时限内处置完毕的比例', 'share of the cases to handle that were handled before their deadline'],
  'open-time': ['从上报到结案的平均时长', 'from opening to closing, on average'],
  'open-time-p90': ['九成案件在这一时长内结案', 'nine cases in ten are closed within this time'],
  'handling-time': ['处置环节的平均时长', 'time the handling itself takes'],
  'discovery-rate': ['实际发生的问题中被发现的比例', 'share of what was really wrong that became known'],
  'detection-delay': ['问题发生到第一次被上报', 'from the beginning of a problem to its first report'],
  'rework-rate': ['核查不通过、退回重做的比例', 'share sent back because the check failed'],
  backlog: ['统计期末尚未结案的案件', 'cases still open at the end'],
  closed: ['统计期内结案的案件', 'cases closed in the counted time'],
  reports: ['统计期内收到的上报，含重复', 'reports received, doubles included'],
  'officer-utilisation': ['在岗时间里执行任务的比例，其余为巡查', 'share of time on duty spent at tasks; the rest is patrol'],
  'task-wait': ['任务下达后，等到有网格员可派的时间', 'until an officer is free to be sent'],
};

// The keys of scenario files, as people call what they set.
const settings = {
  workflow: ['流程', 'workflow'],
  desks: ['席位', 'desks'],
  departments: ['专业部门', 'departments'],
  officers: ['网格员', 'officers'],
  demand: ['需求', 'demand'],
  hotline: ['热线', 'hotline'],
  staff: ['排班人数', 'staff'],
  'staff-per-street': ['每街镇排班人数', 'staff per street'],
  people: ['人数', 'people'],
  hours: ['时段', 'hours'],
  days: ['天数', 'days'],
  seed: ['种子', 'seed'],
  starts: ['开始日期', 'first day'],
  'warm-up': ['预热期', 'warm-up'],
  'incidents-per-day': ['每日事件数', 'incidents a day'],
  city: ['城市', 'city'],
  calendar: ['日历', 'calendar'],
  kinds: ['案件类别', 'kinds of case'],
  rhythms: ['时间规律', 'rhythms'],
  climate: ['天气', 'climate'],
  surges: ['高峰', 'surges'],
  script: ['脚本', 'script'],
  calls: ['来电', 'calls'],
  devices: ['设备', 'devices'],
  conduct: ['行为', 'conduct'],
  day: ['白班', 'day shift'],
  night: ['夜班', 'night shift'],
  share: ['比例', 'share'],
  shifts: ['班次', 'shifts'],
  'per-cell': ['每网格', 'per cell'],
  catalogue: ['案件目录', 'catalogue'],
};

/** The keys that lead to a setting, as people call them. */
const placeName = (place) =>
  place
    .split('.')
    .map((key) => {
      const known = settings[key]
        ? say(...settings[key])
        : scene.names[key]
          ? lang === 'zh'
            ? scene.names[key].zh
            : scene.names[key].en
          : key;
      return known;
    })
    .map((word, i) => (i === 0 && lang === 'en' ? sentence(word) : word))
    .join(' › ');
