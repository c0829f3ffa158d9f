// Clocks that run on between two words of the server. Pure but for the elements handed in; tested without a browser.

const dayMs = 86400000;
const two = n => String(n).padStart(2, '0');

/** The world time to show: `told` at `toldAt`, running at `speed`; never backwards by less than a jump. */
export function reckon(last, told, speed, passedMs) {
  const now = told + (speed > 0 ? speed * passedMs : 0);
  const jump = Math.max(2000, speed * 3000);
  return last !== undefined && now < last && last - now < jump && speed > 0 ? last : now;
}

/** Hours, minutes and seconds of a world time. */
export function clockText(ms) {
  const second = Math.floor(ms / 1000);
  return `${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** The date of a world time: 2025年6月9日 周一, or Mon 9 Jun 2025. */
export function dateText(firstDay, ms, english) {
  const day = new Date(Date.parse(`${firstDay}T00:00:00Z`) + Math.floor(ms / dayMs) * dayMs);
  const [y, m, d, w] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), day.getUTCDay()];
  if (!english) return `${y}年${m + 1}月${d}日 周${'日一二三四五六'[w]}`;
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${days[w]} ${d} ${months[m]} ${y}`;
}

/** An age in words: 0.4 s, 12 s, 3 min. */
export function ageText(ms, english) {
  if (ms < 9950) return `${(Math.max(0, ms) / 1000).toFixed(1)} ${english ? 's' : '秒'}`;
  if (ms < 120000) return `${Math.round(ms / 1000)} ${english ? 's' : '秒'}`;
  return `${Math.round(ms / 60000)} ${english ? 'min' : '分钟'}`;
}

/** A length of time as a clock counts it: 12:05, 1:02:03, and with a minus once it is over. */
export function countText(ms) {
  const second = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const text = h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return ms < 0 && second > 0 ? `\u2212${text}` : text;
}

/** How far a moment lies between two others, in percent. */
export function shareOf(ms, from, to) {
  return Math.round(Math.min(1, Math.max(0, (ms - from) / Math.max(1, to - from))) * 10000) / 100;
}

// What the kinds of element say of the world's time now.
const texts = {
  clock: ({ ms }) => clockText(ms),
  date: ({ ms, firstDay, english }) => dateText(firstDay, ms, english),
  since: ({ ms, from, to }) => countText(Math.min(ms, Number(to ?? ms)) - Number(from)),
  left: ({ ms, to }) => countText(Number(to) - ms),
  age: ({ passed, english }) => ageText(passed, english),
};

/** Writes every clock and age under `root`. An element says what it was told in data-told, -speed and -age; data-stamp changes with it. */
export function tick(root, now) {
  for (const element of root.querySelectorAll('[data-ticks]')) {
    const { ticks, stamp, told, speed, age, firstDay, from, to } = element.dataset;
    if (element.stamp !== stamp) Object.assign(element, { stamp, stampedAt: now });
    const passed = now - element.stampedAt + Number(age);
    const english = document.documentElement.lang === 'en';
    element.worldMs = reckon(element.worldMs, Number(told), Number(speed), Math.min(passed, 3000));
    if (ticks === 'place') {
      element.style.left = `${shareOf(element.worldMs, Number(from), Number(to))}%`;
      continue;
    }
    const text = texts[ticks]({ ms: element.worldMs, passed, firstDay, from, to, english });
    if (element.textContent !== text) element.textContent = text;
  }
}
