// The colours of the two themes, and the ones the legend shares with the map (as CSS variables --twin-…).
import { stages } from './live.js';

const dark = {
  background: '#0a0f17', district: '#141d2a', cellLine: '#2b3a50',
  fields: { park: '#163029', water: '#11344f', square: '#232c3a', field: '#1c2b26', 'sports-ground': '#2f2a2c' },
  casing: '#0e1520', street: ['#37475e', '#2c3a4e', '#243041'], marking: '#52657f',
  boundary: '#4cc2ff', border: '#6f8db5', label: '#c6d4e6',
  load: ['#2f7f9f', '#d0a03a', '#e2583e'], loadAlpha: [0.16, 0.5], overdue: '#ff5d5d', chosen: '#6fe3ff',
  use: ['#44566d', '#55607a', '#486789', '#535a64', '#47727a', '#545d4e', '#6f7fa8'],
  roof: 1.12, failed: '#ff9a4a', window: '#ffd58a', windowDay: '#7f97b8', sun: 0.75, shade: 0.62, night: 0.6, tall: '#7798bd',
  officer: { walking: '#37d6a0', riding: '#ffcf4a', working: '#5ac8ff', standing: '#9fb3c8' },
};

const light = {
  background: '#e9ebe6', district: '#f6f4ee', cellLine: '#d9d4c7',
  fields: { park: '#cfe0bd', water: '#b4d3e6', square: '#ebe5d8', field: '#e3e6c3', 'sports-ground': '#e3c3b0' },
  casing: '#d5cfc1', street: ['#ffffff', '#ffffff', '#fdfcf9'], marking: '#e0d8c4',
  boundary: '#2f6fb0', border: '#8a93a6', label: '#3a4454',
  load: ['#7fb6c9', '#e8b545', '#d9482f'], loadAlpha: [0.18, 0.55], overdue: '#cf2a2a', chosen: '#0b74d1',
  use: ['#e6dccb', '#e3cdbf', '#ccd6e2', '#d3d3d6', '#d2dfd6', '#dfdcc6', '#d3c9e0'],
  roof: 1.06, failed: '#f08a24', window: '#ffdf9a', windowDay: '#a9b7c6', sun: 0.85, shade: 0.74, night: 0.86, tall: '#b3bfd2',
  officer: { walking: '#12936a', riding: '#e08600', working: '#1677c7', standing: '#7d8a99' },
};

// By stage, then what is over; strong enough on both themes.
const stageColours = ['#8fa3b8', '#4aa3e8', '#8a7cf0', '#f0a030', '#2fb8a0', '#79bf5a', '#7d8794'];
const deviceColours = { camera: '#7fb2e5', manhole: '#a3acb8', 'water-depth': '#45b5d9', pressure: '#6c8cf0', smoke: '#d9a066', noise: '#b98ad9', 'bin-fill': '#7fbf7a' };

/** The colours of a theme: dark or light. */
export function paletteOf(theme) {
  const shared = { stage: stageColours, device: deviceColours, name: theme === 'light' ? 'light' : 'dark' };
  return { ...(theme === 'light' ? light : dark), ...shared };
}

/** Lets style sheets use the map's colours, for a legend. */
export function shareColours(style, palette) {
  stages.forEach((stage, i) => style.setProperty(`--twin-stage-${stage}`, palette.stage[i]));
  for (const [kind, colour] of Object.entries(palette.device)) style.setProperty(`--twin-device-${kind}`, colour);
  for (const [doing, colour] of Object.entries(palette.officer)) style.setProperty(`--twin-officer-${doing}`, colour);
  palette.load.forEach((colour, i) => style.setProperty(`--twin-load-${i}`, colour));
  for (const name of ['overdue', 'chosen', 'failed', 'label', 'background']) style.setProperty(`--twin-${name}`, palette[name]);
}

/** '#rrggbb' as [0–1, 0–1, 0–1]. */
export const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255);

/** The colour between the stops at `t` from 0 to 1, as [r, g, b] from 0 to 1. */
export function between(stops, t) {
  const at = Math.min(1, Math.max(0, t)) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  const [a, b] = [rgb(stops[i]), rgb(stops[i + 1])];
  return a.map((v, k) => v + (b[k] - v) * (at - i));
}
