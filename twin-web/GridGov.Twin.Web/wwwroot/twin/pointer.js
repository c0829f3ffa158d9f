// Clicks and hovering over the canvas. A drag of the camera is no click.

const slackPx = 6;
const hoverMs = 90;

/** `on` has click(x, y), hover(x, y) and leave(). Returns a function that stops listening. */
export function watchPointer(canvas, on) {
  let down = null;
  let waiting = null;
  const stop = new AbortController();
  const listen = (name, listener) => canvas.addEventListener(name, listener, { signal: stop.signal });
  const place = event => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  listen('pointerdown', event => { down = event.isPrimary && event.button === 0 ? place(event) : null; });
  listen('pointerup', event => {
    if (!down || !event.isPrimary) return;
    const [x, y] = place(event);
    const still = Math.hypot(x - down[0], y - down[1]) <= slackPx;
    down = null;
    if (still) on.click(x, y);
  });
  listen('pointermove', event => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0 || waiting) return;
    waiting = setTimeout(() => {
      waiting = null;
      on.hover(...place(event));
    }, hoverMs);
  });
  listen('pointerleave', () => on.leave());

  return () => {
    clearTimeout(waiting);
    stop.abort();
  };
}
