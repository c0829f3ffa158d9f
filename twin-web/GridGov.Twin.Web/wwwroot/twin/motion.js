// Moves the picture along with the world's clock and the camera, once per turn of the browser, and draws only when something is to be seen.
import { createFrameCost, moveEvery } from './pace.js';

const regroupMs = 120;
const pulseMs = 1400;
const nightMs = 5000;

export function createMotion({ stage, live, clock, view, parts, labels, buttons, selection, shows }) {
  const { scene, camera } = stage;
  const cost = createFrameCost();
  const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  const { Cartesian3 } = stage.Cesium;
  const seenFrom = { position: new Cartesian3(), direction: new Cartesian3(), up: new Cartesian3(), width: 0, height: 0 };
  let dirty = { officers: true, devices: true, cases: true };
  let moveAt = 0;
  let groupAt = 0;
  let ringAt = 0;
  let fadeAt = 0;
  let nightAt = 0;
  let loadAt = 0;
  let drewAt = 0;
  let drawn = 0;

  function turn() {
    const wall = performance.now();
    if (drewAt) cost.observe(wall - drewAt);
    drewAt = 0;
    const moved = cameraMoved();
    if (moved) dirty = { officers: true, devices: true, cases: true };
    const now = clock.now();
    let draw = moved;
    if (shows('officers') && !live.aggregate && (dirty.officers || wall >= moveAt)) draw = moveOfficers(now, wall) || draw;
    if (shows('cases') && (dirty.cases && wall >= groupAt)) draw = group(now, wall) || draw;
    if (shows('devices') && dirty.devices && wall >= groupAt) draw = true;
    if (dirty.devices && draw) placeDevices();
    draw = pulse(wall) || draw;
    if (wall >= fadeAt && parts.cases.fade(wall)) {
      fadeAt = wall + Math.max(50, cost.ms * 2);
      draw = true;
    }
    if (wall >= loadAt && parts.buildings?.loading) {
      loadAt = wall + 100;   // tiles are fetched and made ready only as frames are drawn
      draw = true;
    }
    if (wall >= nightAt) draw = light(now, wall) || draw;
    if (draw) {
      selection.place(live);
      scene.requestRender();
    }
  }

  function moveOfficers(now, wall) {
    const fastest = parts.officers.place(live.officers, now, officerSize(view.heightM()));
    dirty.officers = false;
    moveAt = wall + moveEvery(fastest, clock.speed, metresPerPixel(), cost.ms);
    return parts.officers.count > 0;
  }

  const metresPerPixel = () => (2 * view.heightM() * Math.tan((camera.frustum.fovy ?? 1) / 2)) / scene.canvas.clientHeight;

  function group(now, wall) {
    const { thing } = selection;
    parts.cases.place(now, view.heightM(), thing?.kind === 'case' ? thing.id : null);
    dirty.cases = false;
    groupAt = wall + Math.max(regroupMs, cost.ms * 2);
    return true;
  }

  function placeDevices() {
    dirty.devices = false;
    if (shows('devices')) parts.devices.update(live.devices, view.seen(), view.heightM(), live.aggregate);
  }

  function pulse(wall) {
    if (calm || parts.devices.alarms === 0 || !shows('devices') || wall < ringAt) return false;
    parts.devices.pulse((wall % pulseMs) / pulseMs);
    ringAt = wall + Math.max(66, cost.ms * 4);
    return true;
  }

  function light(now, wall) {
    nightAt = wall + nightMs;
    const hour = (now / 3600000) % 24;
    const dark = hour < 12 ? 1 - between(5.5, 7, hour) : between(17.5, 19, hour);
    return parts.buildings?.night(dark) ?? false;
  }

  function cameraMoved() {
    const { position, direction, up } = seenFrom;
    const { clientWidth, clientHeight } = scene.canvas;
    const still = camera.positionWC.equals(position) && camera.directionWC.equals(direction) && camera.upWC.equals(up);
    if (still && clientWidth === seenFrom.width && clientHeight === seenFrom.height) return false;
    camera.positionWC.clone(position);
    camera.directionWC.clone(direction);
    camera.upWC.clone(up);
    [seenFrom.width, seenFrom.height] = [clientWidth, clientHeight];
    return true;
  }

  function after() {
    drewAt = performance.now();
    drawn++;
    labels.place(view.heightM(), shows('cases') ? parts.cases.groups : []);
    buttons.place(camera.heading);
  }

  const stops = [scene.preUpdate.addEventListener(turn), scene.postRender.addEventListener(after)];
  return {
    /** Something of these layers changed and must be placed again. */
    touch(...names) {
      for (const name of names) dirty[name] = true;
      groupAt = 0;
    },
    dispose: () => stops.forEach(stop => stop()),
    get drawn() { return drawn; },
    get frameMs() { return cost.ms; },
  };
}

const officerSize = heightM => (heightM > 3500 ? 0.5 : heightM > 1500 ? 0.7 : 1);
const between = (from, to, value) => Math.min(1, Math.max(0, (value - from) / (to - from)));
