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
  let gone = false;
  const notice = child(element, 'twin-notice whole');
  const tell = (name, ...values) => dotnet?.invokeMethodAsync(name, ...values)?.catch(() => {});
  const shout = (name, error) => {
    if (gone) return;
    notice.className = 'twin-notice whole';
    notice.textContent = say(name, wanted.lang);
    if (name !== 'loading') notice.dataset.final = name;
    if (error) console.warn(`twin map: ${name}`, error);
  };

  // The stream's state, small at the foot of the map; quiet while all is well.
  function state(name) {
    if (gone || notice.dataset.final) return;
    notice.className = 'twin-notice';
    notice.textContent = name === 'live' ? '' : say(name, wanted.lang);
  }

  async function start() {
    styleSheet();
    shout('loading');
    element.dataset.theme = options.theme;
    const opened = await openPicture(element, { ...options, ...fromAddress() }, { tell, shout, state });
    if (gone || !element.isConnected) return opened.dispose();
    picture = opened;
    picture.update(wanted);
  }

  const ready = start().catch(error => shout(error.twin ?? 'broken', error));

  return {
    update(next) {
      wanted = next;
      picture?.update(next);
    },
    async flyTo(id) {
      await ready;
      picture?.flyTo(id);
    },
    dispose() {
      gone = true;
      picture?.dispose();
      picture = null;
      element.replaceChildren();
    },
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
