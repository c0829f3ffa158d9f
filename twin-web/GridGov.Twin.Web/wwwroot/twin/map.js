// The map's front door: what the Blazor component TwinMap calls. No state lives in this module; each map has its own.
import { openPicture } from './picture.js';
import { say } from './messages.js';

/**
 * Puts a map into the element and returns at once; it loads by itself. `options` are those of MapOptions.cs.
 * `dotnet` gets Picked(id or null) and ViewChanged(text). The element sends `twin:data` events ({ state, ageMs }) about the stream.
 */
export function createMap(element, options, dotnet) {
  let picture = null;
  let wanted = options;
  let turn = 0;
  let notice = null;
  let remark = null;
  const tell = (name, ...values) => dotnet?.invokeMethodAsync(name, ...values)?.catch(() => {});
  let ready = start();

  // Each start is a turn; what an older one still brings is dropped.
  async function start() {
    const mine = ++turn;
    const current = () => mine === turn;
    notice = child(element, 'twin-notice whole');
    try {
      styleSheet();
      element.dataset.theme = wanted.theme;
      shout(current, 'loading');
      const on = { tell, shout: (...what) => shout(current, ...what), note: name => note(current, name), state: name => state(current, name) };
      const opened = await openPicture(element, { ...wanted, ...fromAddress() }, on);
      if (!current() || !element.isConnected) return opened?.dispose();
      picture = opened;
      picture.update(wanted);
    } catch (error) {
      shout(current, error.twin ?? 'broken', error);
    }
  }

  function shout(current, name, error) {
    if (!current()) return;
    notice.className = 'twin-notice whole';
    notice.textContent = say(name, wanted.lang);
    if (name !== 'loading') notice.dataset.final = name;
    if (error) console.warn(`twin map: ${name}`, error);
  }

  // What the reader should know although the map works; it stays.
  function note(current, name) {
    if (!current()) return;
    remark = { name, place: child(element, 'twin-notice aside') };
    remark.place.dataset.note = name;
    remark.place.setAttribute('role', 'status');
    remark.place.textContent = say(name, wanted.lang);
  }

  // The stream's state, small at the foot of the map; quiet while all is well.
  function state(current, name) {
    if (!current() || notice.dataset.final) return;
    notice.className = 'twin-notice';
    notice.textContent = name === 'live' ? '' : say(name, wanted.lang);
  }

  function stop() {
    turn++;
    picture?.dispose();
    picture = null;
    remark = null;
    element.replaceChildren();
  }

  return {
    update(next) {
      const other = next.world !== wanted.world;
      wanted = next;
      if (remark) remark.place.textContent = say(remark.name, wanted.lang);
      if (!other) return picture?.update(next);
      stop();
      ready = start();
    },
    async flyTo(id) {
      await ready;
      await picture?.flyTo(id);
    },
    dispose: stop,
  };
}

function child(element, name) {
  const made = document.createElement('div');
  made.className = name;
  return element.appendChild(made);
}

// The page needs the sheet once, whatever maps come and go.
function styleSheet() {
  const href = new URL('map.css', import.meta.url).href;
  if ([...document.styleSheets].some(sheet => sheet.href === href) || document.querySelector('link[data-twin-map]')) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  link.dataset.twinMap = '';
  document.head.append(link);
}

// For tests and weak machines: ?gl=low draws fewer pixels and keeps the last picture readable; ?scale=0.5 sets the resolution.
function fromAddress() {
  const query = new URLSearchParams(location.search);
  const scale = Number(query.get('scale'));
  return { low: query.get('gl') === 'low', ...(scale > 0 && scale <= 2 ? { resolutionScale: scale } : {}) };
}
