// A set of billboards by key that is changed, not rebuilt: what stays keeps its billboard.

export function createMarks(stage, collection) {
  const { Cesium } = stage;
  const billboards = collection.add(new Cesium.BillboardCollection({ scene: stage.scene, blendOption: Cesium.BlendOption.TRANSLUCENT }));
  const shown = new Map();
  const spare = [];

  /** Draws `sprite` at a place. `low`: its bottom middle stands there, else its middle. */
  function put(key, sprite, east, north, { low = false, turn = 0, size = 1, alpha = 1, up = 0 } = {}) {
    const mark = shown.get(key) ?? take(key);
    const { board } = mark;
    if (mark.image !== sprite.key) {
      mark.image = sprite.key;
      board.setImage(sprite.key, sprite.image);
    }
    if (mark.east !== east || mark.north !== north || mark.up !== up) {
      Object.assign(mark, { east, north, up });
      board.position = stage.toWorld(east, north, up, mark.world);
    }
    board.verticalOrigin = low ? Cesium.VerticalOrigin.BOTTOM : Cesium.VerticalOrigin.CENTER;
    if (mark.turn !== turn) board.rotation = mark.turn = turn;
    const scaled = sprite.scale * size;
    if (mark.scaled !== scaled) board.scale = mark.scaled = scaled;
    if (mark.alpha !== alpha) {
      mark.alpha = alpha;
      board.color = Cesium.Color.WHITE.withAlpha(alpha);
    }
    return mark;
  }

  function take(key) {
    const board = spare.pop() ?? billboards.add({ disableDepthTestDistance: Number.POSITIVE_INFINITY });
    board.show = true;
    const mark = { board, world: new Cesium.Cartesian3() };
    shown.set(key, mark);
    return mark;
  }

  function drop(key) {
    const mark = shown.get(key);
    if (!mark) return;
    mark.board.show = false;
    spare.push(mark.board);
    shown.delete(key);
  }

  /** Drops every mark whose key is not wanted. */
  function keep(wanted) {
    for (const key of [...shown.keys()]) if (!wanted.has(key)) drop(key);
  }

  return { put, drop, keep, get count() { return shown.size; } };
}
