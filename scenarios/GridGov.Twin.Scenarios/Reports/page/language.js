// The language shown, and the switch between the two.

const keepIn = 'gridgov-report-language';

/** The language shown: zh or en. */
let lang = 'zh';

/** One of two texts, by the language shown. */
const say = (zh, en) => (lang === 'zh' ? zh : en);

/** With a capital first letter. */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of anything that has one in both languages. */
const nameOf = (thing) => (lang === 'zh' ? thing.zh : sentence(thing.en));

const byId = (id) => document.getElementById(id);

// What the address asks for, else what was chosen last, else Chinese.
function remembered() {
  const asked = location.hash.slice(1);
  if (asked === 'zh' || asked === 'en') return asked;
  try {
    return localStorage.getItem(keepIn) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Writes the page in the language wanted, and anew whenever the reader changes it. */
function speak(title, write) {
  const show = (language) => {
    lang = language;
    document.documentElement.lang = say('zh-CN', 'en-GB');
    document.documentElement.dataset.lang = lang;
    document.title = lang === 'zh' ? title.zh : title.en;
    document.querySelectorAll('[data-to]').forEach((button) => button.setAttribute('aria-pressed', button.dataset.to === lang));
    write();
  };
  document.querySelectorAll('[data-to]').forEach((button) => button.addEventListener('click', () => {
    try {
      localStorage.setItem(keepIn, button.dataset.to);
    } catch {
      // A browser may forbid pages from files to remember anything.
    }
    if (/^#(zh|en)$/.test(location.hash)) history.replaceState(null, '', `#${button.dataset.to}`);
    show(button.dataset.to);
  }));
  addEventListener('hashchange', () => { if (/^#(zh|en)$/.test(location.hash)) show(location.hash.slice(1)); });
  show(remembered());
}
