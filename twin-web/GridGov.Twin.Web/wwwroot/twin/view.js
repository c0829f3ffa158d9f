// The camera: the first view, linkable views, flights, and what rectangle of the land is seen.
import { fitView } from './fit.js';
import { boxOf } from './shapes.js';

const degrees = 180 / Math.PI;
const restMs = 400;
const margin = 0.9;
const lowestM = 25;
const flattest = -0.12;
const pose = ['position', 'direction', 'up', 'right'];

export function createView(stage, city) {
  const { Cesium, camera, scene } = stage;
  const box = boxOf(city.boundary.flat());
  const reach = Math.hypot(box.east - box.west, box.north - box.south) / 2;
  const control = scene.screenSpaceCameraController;
  control.minimumZoomDistance = 60;
  control.maximumZoomDistance = Math.max(12000, reach * 8);
  const place = new Cesium.Cartesian3();
  const good = Object.fromEntries(pose.map(name => [name, new Cesium.Cartesian3()]));

  /** Shows the whole district, or the linkable view `lon,lat,height,heading,pitch`. */
  function begin(text) {
    const numbers = parseView(text);
    if (!numbers) return whole(0);
    const [lon, lat, height, heading, pitch] = numbers;
    camera.setView({
      destination: Cesium.Cartesian3.fromDegrees(lon, lat, height),
      orientation: { heading: heading / degrees, pitch: pitch / degrees, roll: 0 },
    });
  }

  function whole(seconds) {
    const { clientWidth, clientHeight } = scene.canvas;
    const half = Math.tan(camera.frustum.fov / 2) * margin;   // Cesium's angle is that of the longer side
    const aspect = clientWidth / clientHeight;
    const [tanX, tanY] = aspect > 1 ? [half, half / aspect] : [half * aspect, half];
    const pitch = (aspect > 1 ? -52 : -62) / degrees;
    const fit = fitView(city.boundary, pitch, tanX, tanY);
    aim(fit.east, fit.north, fit.range, { heading: 0, pitch, seconds });
  }

  /** Looks at a place from `range` metres away. */
  function aim(east, north, range, { heading = camera.heading, pitch = Math.max(-1.2, Math.min(-0.55, camera.pitch)), seconds = 1.2 } = {}) {
    const sphere = new Cesium.BoundingSphere(stage.toWorld(east, north), 1);
    camera.flyToBoundingSphere(sphere, { duration: stage.low ? 0 : seconds, offset: new Cesium.HeadingPitchRange(heading, pitch, range) });
    scene.requestRender();
  }

  function text() {
    const { longitude, latitude, height } = camera.positionCartographic;
    const round = (v, digits) => Number(v.toFixed(digits));
    return [round(longitude * degrees, 6), round(latitude * degrees, 6), round(height, 1), round(camera.heading * degrees, 1) % 360, round(camera.pitch * degrees, 1)].join(',');
  }

  /** What lies in the middle of the picture, and how far away. */
  function centre() {
    const middle = stage.toGround(scene.canvas.clientWidth / 2, scene.canvas.clientHeight / 2);
    const at = stage.toLocal(camera.positionWC);
    return { east: middle.x, north: middle.y, range: Math.hypot(middle.x - at.x, middle.y - at.y, at.z) };
  }

  /** Nearer (share < 1) or farther, keeping the middle of the picture. */
  function zoom(share) {
    const { east, north, range } = centre();
    aim(east, north, Math.min(control.maximumZoomDistance, Math.max(120, range * share)), { pitch: camera.pitch, seconds: 0.35 });
  }

  /** To the right and ahead, in shares of the distance looked over. */
  function pan(right, ahead) {
    const { east, north, range } = centre();
    const [sin, cos] = [Math.sin(camera.heading), Math.cos(camera.heading)];
    aim(east + (right * cos + ahead * sin) * range, north + (ahead * cos - right * sin) * range, range, { pitch: camera.pitch, seconds: 0.2 });
  }

  /** Around the middle of the picture; null: until north is up. */
  function turn(by) {
    const { east, north, range } = centre();
    aim(east, north, range, { heading: by === null ? 0 : camera.heading + by, pitch: camera.pitch, seconds: 0.4 });
  }

  const heightM = () => camera.positionCartographic.height;

  /** The box in metres that holds all land seen. */
  function seen() {
    const { clientWidth: w, clientHeight: h } = scene.canvas;
    const corners = [[0, 0], [w / 2, 0], [w, 0], [0, h / 2], [w, h / 2], [0, h], [w / 2, h], [w, h]];
    return boxOf(corners.flatMap(([x, y]) => { const p = stage.toGround(x, y); return p ? [p.x, p.y] : []; }));
  }

  /** The same as the hub wants it: degrees, and the camera's height. */
  function rectangle() {
    const box = seen();
    const [west, south] = stage.toLonLat(box.west, box.south);
    const [east, north] = stage.toLonLat(box.east, box.north);
    return { west, south, east, north, heightM: heightM() };
  }

  // Without a globe nothing else keeps the camera above the ground and its eye on it: a pose that goes too far is taken back.
  function keepAbove() {
    const low = stage.toLocal(camera.positionWC, place).z < lowestM || camera.pitch > flattest;
    if (!low) {
      for (const name of pose) camera[name].clone(good[name]);
      good.known = true;
    } else if (good.known) {
      for (const name of pose) good[name].clone(camera[name]);
    }
  }

  function onRest(listener) {
    let waiting = null;
    const stopMoving = camera.changed.addEventListener(() => {
      clearTimeout(waiting);
      waiting = setTimeout(listener, restMs);
    });
    camera.percentageChanged = 0.01;
    return () => {
      clearTimeout(waiting);
      stopMoving();
    };
  }

  scene.preUpdate.addEventListener(keepAbove);
  return { begin, whole, aim, zoom, pan, turn, northUp: () => turn(null), text, seen, rectangle, heightM, onRest };
}

/** The five numbers of a linkable view, or null when it is not one. */
export function parseView(text) {
  const numbers = (text ?? '').split(',').map(Number);
  if (numbers.length !== 5 || !numbers.every(Number.isFinite)) return null;
  const [lon, lat, height, , pitch] = numbers;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && height >= 5 && height <= 1e6 && pitch >= -90 && pitch <= 0 ? numbers : null;
}

/** The two numbers of a place `lon,lat`, or null when it is not one. */
export function parsePoint(text) {
  const numbers = (text ?? '').split(',').map(Number);
  return text && numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : null;
}
