// Puts the page together, and again whenever the language, the colours or the width change.

function write() {
  writeTiles();
  writeMeasures();
  writeChecks();
  writeChanges();
  writeNotes();
  writeRepeat();
  redraw();
}

function redraw() {
  drawCharts();
  drawMaps();
}

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

speak(report.experiment.title, write);
