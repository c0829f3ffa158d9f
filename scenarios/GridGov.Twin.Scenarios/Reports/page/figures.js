// Numbers as people read them, the same way the program prints them.

const report = JSON.parse(document.getElementById('report-data').textContent);
const scene = JSON.parse(document.getElementById('scene-data').textContent);
const measures = new Map(report.measures.map((measure) => [measure.id, measure]));
const variants = report.variants.map((variant, index) => ({
  ...variant, index, letter: index < 26 ? String.fromCharCode(65 + index) : String(index + 1), colour: `var(--v${index % 8})`, city: scene.cities[scene.cityOfVariant[index]],
}));
const baseline = variants[0];
const deciding = report.decision ? measures.get(report.decision.measure) : report.measures.find((measure) => measure.isShown);
const leader = report.decision ? variants.find((variant) => variant.id === report.decision.leader) : baseline;

const grouped = (value, digits) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const scaled = (measure, value) => (measure.unit === 'share' ? value * 100 : value);

function digitsOf(measure, value) {
  return measure.unit === 'count' ? (Math.abs(value) >= 100 ? 0 : 1) : 2;
}

/** A number without its unit; a minus is a minus, and nothing is less than zero by rounding alone. */
function number(measure, value, digits = digitsOf(measure, scaled(measure, value))) {
  const text = grouped(scaled(measure, value), digits);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** The unit of a measure. */
function unit(measure, isDifference) {
  switch (measure.unit) {
    case 'share': return isDifference ? say('个百分点', 'pp') : '%';
    case 'hours': return say('小时', 'h');
    case 'minutes': return say('分钟', 'min');
    case 'kilometres': return say('公里', 'km');
    default: return '';
  }
}

const withUnit = (text, measure, isDifference) => `${text}\u00a0${unit(measure, isDifference)}`.trim();

/** A value with its unit. */
const value = (measure, it) => withUnit(number(measure, it), measure);

/** The ± of an estimate or a difference; empty where one observation says nothing about it. */
const half = (measure, it) => (it.high === null ? '' : `± ${number(measure, it.high - it.mean, digitsOf(measure, scaled(measure, it.mean)))}`);

/** An estimate with its interval and unit. */
const estimate = (measure, it) => (it ? withUnit(`${number(measure, it.mean)} ${half(measure, it)}`.trim(), measure) : '–');

/** A difference with its sign, interval and unit. */
function difference(measure, it) {
  const text = number(measure, it.mean);
  return withUnit(`${/^[−0][0.,]*$/.test(text) || text.startsWith('−') ? '' : '+'}${text} ${half(measure, it)}`.trim(), measure, true);
}

/** Whether a difference is good, bad, neither, or not to be relied on. */
function verdict(measure, it) {
  if (!it.stands) return { kind: 'none', text: say('差别不明显', 'no clear difference') };
  if (measure.isHigherBetter === null) return { kind: 'plain', text: it.mean > 0 ? say('较高 *', 'higher *') : say('较低 *', 'lower *') };
  const good = (it.mean > 0) === measure.isHigherBetter;
  return { kind: good ? 'good' : 'bad', text: good ? say('更好 *', 'better *') : say('更差 *', 'worse *') };
}

const percent = (share, digits = 0) => `${grouped(share * 100, digits)}\u00a0%`;
const sure = () => percent(report.experiment.confidence, Number.isInteger(Math.round(report.experiment.confidence * 1e6) / 1e4) ? 0 : 1);

/** Text that is safe between tags and in attributes. */
const safe = (text) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The variant's letter in its colour. */
const letter = (variant) => `<span class="letter" style="--of:${variant.colour}">${variant.letter}</span>`;

const titleOf = (variant) => (lang === 'zh' ? variant.title.zh : variant.title.en);
const byId = (id) => document.getElementById(id);
