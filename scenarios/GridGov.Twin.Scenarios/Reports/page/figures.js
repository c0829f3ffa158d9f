// Numbers as people read them, the same way the program prints them.

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
    case 'share':
      return isDifference ? say('个百分点', 'pp') : '%';
    case 'hours':
      return say('小时', 'h');
    case 'minutes':
      return say('分钟', 'min');
    case 'kilometres':
      return say('公里', 'km');
    default:
      return '';
  }
}

const withUnit = (text, measure, isDifference) => `${text}\u00a0${unit(measure, isDifference)}`.trim();

/** A value with its unit. */
const value = (measure, it) => withUnit(number(measure, it), measure);

/** The ± of an estimate or a difference; empty where one observation says nothing about it. */
const half = (measure, it) =>
  it.high === null ? '' : `± ${number(measure, it.high - it.mean, digitsOf(measure, scaled(measure, it.mean)))}`;

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
  const good = it.mean > 0 === measure.isHigherBetter;
  return { kind: good ? 'good' : 'bad', text: good ? say('更好 *', 'better *') : say('更差 *', 'worse *') };
}

const percent = (share, digits = 0) => `${grouped(share * 100, digits)}\u00a0%`;

/** Text that is safe between tags and in attributes. */
const safe = (text) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
