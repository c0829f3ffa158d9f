// What the panels need of the browser: starting Blazor, keeping settings, clocks that tick, dialogs, and arrow keys in lists.
import { tick } from './ticking.js';

const oneYear = 60 * 60 * 24 * 365;

globalThis.twinPage = {
  /** Keeps settings in cookies, one for each; language and theme take effect on the whole page at once. */
  keep(settings) {
    for (const [name, value] of Object.entries(settings))
      document.cookie = `gg-${name}=${encodeURIComponent(value ?? '')}; path=/; max-age=${oneYear}; samesite=strict`;
    document.documentElement.lang = settings.lang === 'en' ? 'en' : 'zh-CN';
    document.documentElement.dataset.theme = settings.theme;
  },
  /** Goes to another address of the page that is open; a page that was left in the meantime stays left. */
  turn(address, replace) {
    if (new URL(address, document.baseURI).pathname === location.pathname) Blazor.navigateTo(address, { replaceHistoryEntry: replace });
  },
  showDialog(dialog) {
    if (!dialog.open) dialog.showModal();
  },
  focus(element) {
    element?.focus({ preventScroll: true });
  },
};

// Up and down walk through the rows of a list; Escape goes from an inspector back to what was selected.
document.addEventListener('keydown', event => {
  const row = event.target.closest?.('[data-row]');
  if (row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const rows = [...row.closest('[data-rows]').querySelectorAll('[data-row]')];
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    event.target.closest?.('[data-sheet]')?.querySelector('[data-close]')?.click();
    document.querySelector('details[data-popup][open]')?.removeAttribute('open');
  }
});

// A click elsewhere closes a popup.
document.addEventListener('pointerdown', event => {
  for (const popup of document.querySelectorAll('details[data-popup][open]')) {
    if (!popup.contains(event.target)) popup.removeAttribute('open');
  }
});

const calm = matchMedia('(prefers-reduced-motion: reduce)');
(function beat() {
  tick(document, performance.now());
  setTimeout(() => requestAnimationFrame(beat), calm.matches ? 1000 : 100);
})();

// A server that was started again does not know this page any more: it is loaded anew as soon as it answers.
const lost = document.getElementById('components-reconnect-modal');
let returning = false;
new MutationObserver(() => {
  if (lost.matches('.components-reconnect-failed, .components-reconnect-rejected') && !returning) comeBack();
}).observe(lost, { attributes: true, attributeFilter: ['class'] });

async function comeBack() {
  returning = true;
  for (;;) {
    const answer = await fetch('favicon.svg', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) return location.reload();
    await new Promise(done => setTimeout(done, 1000));
  }
}

// Blazor's own script comes before this one and waits to be started.
globalThis.Blazor?.start({
  circuit: {
    configureSignalR: builder => builder.withServerTimeout(30000).withKeepAliveInterval(10000),
    reconnectionOptions: { maxRetries: 1000, retryIntervalMilliseconds: 1500 },
  },
});
