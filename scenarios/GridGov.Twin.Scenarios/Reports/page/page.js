// Puts the page together, and again whenever the language, the colours or the width change.

const keepIn = 'gridgov-report-language';

function remembered() {
  const asked = location.hash.slice(1);
  if (asked === 'zh' || asked === 'en') return asked;
  try {
    return localStorage.getItem(keepIn) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function show(language) {
  lang = language;
  const root = document.documentElement;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en-GB';
  root.dataset.lang = lang;
  document.title = say(report.experiment.title.zh, report.experiment.title.en);
  document.querySelectorAll('[data-to]').forEach((button) => button.setAttribute('aria-pressed', button.dataset.to === lang));
  writeTiles();
  writeMeasures();
  writeChanges();
  writeNotes();
  writeRepeat();
  redraw();
}

function redraw() {
  drawCharts();
  drawMaps();
}

document.querySelectorAll('[data-to]').forEach((button) => button.addEventListener('click', () => {
  try {
    localStorage.setItem(keepIn, button.dataset.to);
  } catch {
    // A browser may forbid pages from files to remember anything.
  }
  if (location.hash === '#zh' || location.hash === '#en') history.replaceState(null, '', `#${button.dataset.to}`);
  show(button.dataset.to);
}));
addEventListener('hashchange', () => { if (/^#(zh|en)$/.test(location.hash)) show(location.hash.slice(1)); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

let width = document.documentElement.clientWidth;
let waiting = 0;
addEventListener('resize', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (document.documentElement.clientWidth !== width && !isPrinting) {
      width = document.documentElement.clientWidth;
      redraw();
    }
  }, 150);
});

// Paper is narrower than most windows, and always white: the charts are drawn anew for it.
const paper = matchMedia('print');
paper.addEventListener('change', () => {
  isPrinting = paper.matches;
  document.querySelectorAll('details').forEach((part) => { part.open = isPrinting; });
  redraw();
});

const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
  document.querySelectorAll('nav a').forEach((link) => link.toggleAttribute('aria-current', link.hash === `#${entry.target.id}`));
}), { rootMargin: '-20% 0px -70% 0px' });
document.querySelectorAll('main > section[id]').forEach((section) => seen.observe(section));

show(remembered());
