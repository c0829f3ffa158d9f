// The buttons at the corner of the map: nearer, farther, north up (its needle points north), the whole district.
import { say } from './messages.js';

const shapes = {
  nearer: 'M9 3v12M3 9h12',
  farther: 'M3 9h12',
  north: 'M9 2l3.2 7H5.8zM5.8 9 9 16l3.2-7',
  whole: 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4',
};

export function drawButtons(element, view) {
  const host = element.appendChild(document.createElement('div'));
  host.className = 'twin-buttons';
  const acts = { nearer: () => view.zoom(0.55), farther: () => view.zoom(1.8), north: () => view.northUp(), whole: () => view.whole(0.9) };
  const buttons = Object.keys(acts).map(name => [name, button(host, shapes[name], acts[name])]);
  const needle = buttons.find(([name]) => name === 'north')[1].firstChild;

  function tell(lang) {
    for (const [name, made] of buttons) {
      made.title = say(name, lang);
      made.setAttribute('aria-label', made.title);
    }
  }

  const place = heading => { needle.style.transform = `rotate(${(-heading * 180) / Math.PI}deg)`; };
  return { say: tell, place, dispose: () => host.remove() };
}

function button(host, path, act) {
  const made = host.appendChild(document.createElement('button'));
  made.type = 'button';
  made.addEventListener('click', act);
  const picture = made.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  picture.setAttribute('viewBox', '0 0 18 18');
  picture.setAttribute('aria-hidden', 'true');
  picture.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path')).setAttribute('d', path);
  return made;
}
