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

// What the address asks for after its #, such as #lang=en&theme=dark; null where it asks for nothing of these.
const asked = (name, words) => {
  const word = new URLSearchParams(location.hash.slice(1)).get(name);
  return words.includes(word) ? word : null;
};

// What the address asks for, else what was chosen last, else Chinese.
function remembered() {
  const language = asked('lang', ['zh', 'en']);
  if (language) return language;
  try {
    return localStorage.getItem(keepIn) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Whether the page is dark: as the address asked, else as the system is. */
const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function takeTheme() {
  const theme = asked('theme', ['dark', 'light']);
  if (theme) document.documentElement.dataset.theme = theme;
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
  document.querySelectorAll('[data-to]').forEach((button) =>
    button.addEventListener('click', () => {
      try {
        localStorage.setItem(keepIn, button.dataset.to);
      } catch {
        // A browser may forbid pages from files to remember anything.
      }
      show(button.dataset.to);
    }),
  );
  // The page around this one may change both; a jump to a part of this page changes neither.
  addEventListener('hashchange', () => {
    takeTheme();
    if (location.hash.includes('=')) show(asked('lang', ['zh', 'en']) ?? lang);
  });
  takeTheme();
  show(remembered());
}
