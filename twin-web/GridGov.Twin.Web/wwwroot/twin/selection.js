// What is selected: a ring around a point, a lit building, an outlined cell, an officer's way. And the pin of a place that is being chosen.
import { createMarks } from './marks.js';
import { linePrimitive } from './flat.js';
import { pairs } from './shapes.js';
import { rgb } from './palette.js';

export function createSelection(stage, city, parts, collections, placeOf) {
  const marks = createMarks(stage, collections.mark);
  let thing = null;
  let marked = null;
  let sprites = null;
  let palette = null;

  function select(next) {
    thing = next;
    parts.buildings?.select(next?.kind === 'building' ? next.id : null);
    outline();
    stage.scene.requestRender();
  }

  function outline() {
    collections.outline.removeAll();
    if (thing?.kind !== 'cell' || !palette) return;
    const points = pairs(city.cells[thing.id].ring);
    const closed = [...points, points[0]];
    collections.outline.add(linePrimitive(stage, [
      { points: closed, width: 9, colour: [...rgb(palette.chosen), 0.25] }, { points: closed, width: 3, colour: [...rgb(palette.chosen), 1] },
    ]));
  }

  /** Keeps the ring on what moves. */
  function place(live) {
    parts.officers.follow(thing?.kind === 'officer' ? live.officers.get(thing.id) : null);
    const at = thing && ['case', 'device', 'officer'].includes(thing.kind) ? placeOf(thing) : null;
    if (at) marks.put('chosen', sprites.chosen(), at.east, at.north, { size: thing.kind === 'case' ? 0.7 : 0.85 });
    else marks.drop('chosen');
  }

  /** Puts the pin of a new report at [lon, lat], or takes it away. */
  function mark(point) {
    const { x, y } = point ? stage.toLocal(stage.Cesium.Cartesian3.fromDegrees(point[0], point[1], stage.groundM ?? 0)) : {};
    marked = point && { east: x, north: y };
    drawMark();
  }

  function drawMark() {
    if (marked) marks.put('marked', sprites.pin(0, 2, false, false), marked.east, marked.north, { low: true, size: 1.2 });
    else marks.drop('marked');
  }

  function paint(colours, pictures) {
    [palette, sprites] = [colours, pictures];
    outline();
    drawMark();
  }

  return { select, mark, place, paint, get thing() { return thing; } };
}
