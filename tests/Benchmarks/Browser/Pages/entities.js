// The same buildings as one Cesium entity each, and nothing else. The scene is set up as the project's map sets up its own.
import { load, cesium, view } from './measure.js';

const settledFrames = 2;
const colours = ['#8fa3b8', '#b89f8f', '#a89fb8', '#9fa88f', '#8fb8a9', '#b8b08f'];

const Cesium = await load();
const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${cesium}Widgets/widgets.css` });
const styled = new Promise((resolve, reject) => { [sheet.onload, sheet.onerror] = [resolve, reject]; });
document.head.append(sheet);
await styled;   // without it the canvas stays 300 by 150 pixels
const buildings = await (await fetch('/api/v1/worlds/bench/buildings')).json();
const off = ['animation', 'baseLayerPicker', 'fullscreenButton', 'geocoder', 'homeButton', 'infoBox', 'sceneModePicker', 'selectionIndicator',
  'timeline', 'navigationHelpButton', 'globe', 'skyBox', 'skyAtmosphere', 'baseLayer', 'orderIndependentTranslucency', 'useBrowserRecommendedResolution'];
const viewer = new Cesium.Viewer('map', {
  ...Object.fromEntries(off.map(name => [name, false])), scene3DOnly: true, requestRenderMode: true, maximumRenderTimeChange: Infinity, msaaSamples: 1,
  contextOptions: { webgl: { alpha: false, antialias: false, preserveDrawingBuffer: true } },
});
const { scene } = viewer;
viewer.resolutionScale = 1;
scene.highDynamicRange = false;
scene.fog.enabled = false;
scene.logarithmicDepthBuffer = false;
scene.postProcessStages.fxaa.enabled = false;
const [lon, lat, height, heading, pitch] = view.split(',').map(Number);
scene.camera.setView({
  destination: Cesium.Cartesian3.fromDegrees(lon, lat, height),
  orientation: { heading: Cesium.Math.toRadians(heading), pitch: Cesium.Math.toRadians(pitch), roll: 0 },
});

viewer.entities.suspendEvents();
for (const [heightM, use, ring] of buildings) {
  viewer.entities.add({
    polygon: {
      hierarchy: Cesium.Cartesian3.fromDegreesArray(ring), height: 0, extrudedHeight: heightM,
      material: Cesium.Color.fromCssColorString(colours[use % colours.length]),
    },
  });
}
viewer.entities.resumeEvents();

let settled = 0;
const stop = scene.postRender.addEventListener(() => {
  settled = viewer.dataSourceDisplay.ready ? settled + 1 : 0;
  if (settled < settledFrames) return void scene.requestRender();
  stop();
  globalThis.bench.firstViewMs = performance.now();
  globalThis.bench.drawn = () => viewer.entities.values.length;
});
scene.requestRender();
