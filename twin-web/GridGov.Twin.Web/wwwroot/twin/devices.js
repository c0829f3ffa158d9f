// Devices 物联设备: small symbols by kind when near; those in alarm always, with a ring that pulses.
import { createMarks } from './marks.js';

const nearM = 750;
const bits = { alarm: 1, broken: 2, silenced: 4 };

export function drawDevices(stage, city, collection) {
  const rings = createMarks(stage, collection);
  const marks = createMarks(stage, collection);
  let sprites = null;
  let alarms = [];
  let shown = [];

  function lookOf(state) {
    if (state & bits.silenced) return 'silenced';
    if (state & bits.alarm) return 'alarm';
    return state & bits.broken ? 'broken' : 'well';
  }

  /** Draws the devices in the box: those in alarm, and the others near the camera. */
  function update(devices, box, heightM, aggregate) {
    const wanted = new Set();
    alarms = [];
    const eye = stage.toLocal(stage.camera.positionWC);
    city.devices.forEach((device, id) => {
      const [east, north] = device.at;
      const look = lookOf(devices.get(id)?.state ?? 0);
      const seen = east > box.west && east < box.east && north > box.south && north < box.north;
      if (!seen || aggregate || (look !== 'alarm' && Math.hypot(east - eye.x, north - eye.y, eye.z) > nearM)) return;
      wanted.add(id);
      marks.put(id, sprites.device(device.kind, look), east, north, { size: look === 'alarm' ? (heightM > 2500 ? 0.9 : 1.25) : 0.85 });
      if (look === 'alarm') alarms.push(id);
    });
    marks.keep(wanted);
    rings.keep(new Set(alarms));
    shown = [...wanted];
    pulse(0.35);
  }

  /** Grows the rings; `phase` runs from 0 to 1. */
  function pulse(phase) {
    for (const id of alarms) {
      const [east, north] = city.devices[id].at;
      rings.put(id, sprites.pulse(), east, north, { size: 0.45 + 0.75 * phase, alpha: 1 - phase });
    }
  }

  function paint(_, pictures) {
    sprites = pictures;
  }

  return { paint, update, pulse, get alarms() { return alarms.length; }, get shown() { return shown; }, get count() { return marks.count; } };
}
