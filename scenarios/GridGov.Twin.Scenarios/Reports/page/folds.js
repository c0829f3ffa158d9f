// Parts that fold: open on a wide screen, folded on a phone, all of them open on paper. What a reader opened or folded stays so when the page is
// written anew.

const wide = matchMedia('(min-width: 861px)');
const onPaper = matchMedia('print');
const chosen = new Map();

const partsOfPage = () => [...document.querySelectorAll('details.part')];

function foldParts() {
  partsOfPage().forEach((part) => {
    part.open = onPaper.matches || (chosen.get(part.id) ?? wide.matches);
  });
}

/** A part's heading: its title, and how many of its values are met. */
function partHeading(title, list, isMust) {
  const count = list.filter((one) => one.holds).length;
  const tone = count === list.length ? 'good' : isMust ? 'bad' : 'open';
  return `<h2>${title}</h2><span class="verdict ${tone}">${count} / ${list.length}</span>`;
}

/** The list of contents: a link for every part that is shown. */
function writeContents() {
  byId('contents').innerHTML = partsOfPage()
    .filter((part) => !part.hidden)
    .map((part) => `<li><a href="#${part.id}">${part.querySelector('h2').innerHTML}</a></li>`)
    .join('');
}

document.addEventListener('click', (event) => {
  const folded = event.target.closest('details.part > summary')?.parentElement;
  if (folded) chosen.set(folded.id, !folded.open);
  const link = event.target.closest('#contents a');
  if (link) {
    chosen.set(link.hash.slice(1), true);
    foldParts();
  }
});
wide.addEventListener('change', foldParts);
onPaper.addEventListener('change', foldParts);
