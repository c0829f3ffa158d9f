// The map by keyboard: arrows move, + and − zoom, Q and E turn, N puts north up, Home shows the whole district.

const step = 0.12;
const turnRad = Math.PI / 12;

/** Listens while the map has the focus. Returns a function that stops listening. */
export function watchKeys(element, view) {
  const acts = {
    ArrowLeft: () => view.pan(-step, 0), ArrowRight: () => view.pan(step, 0), ArrowUp: () => view.pan(0, step), ArrowDown: () => view.pan(0, -step),
    '+': () => view.zoom(0.7), '=': () => view.zoom(0.7), '-': () => view.zoom(1.4), q: () => view.turn(-turnRad), e: () => view.turn(turnRad),
    n: () => view.northUp(), Home: () => view.whole(0.9),
  };
  const listener = event => {
    const act = event.target === element && !event.ctrlKey && !event.altKey && !event.metaKey ? acts[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
  element.addEventListener('keydown', listener);
  return () => element.removeEventListener('keydown', listener);
}
