// The Cesium scene without a globe: one east-north-up frame at the city's anchor, in which everything is placed.

import { layTerrain } from './terrain.js';

const degrees = 180 / Math.PI;
const fovLimitM = 9000;

/** Loads Cesium and opens a scene in the element. With an ion token the globe with its terrain and imagery is there, else nothing of it. */
export async function openScene(element, options, city) {
  globalThis.CESIUM_BASE_URL = options.cesium;
  const Cesium = await import(`${options.cesium}index.js`);
  Cesium.Ion.defaultAccessToken = options.ionToken ?? undefined;
  const low = options.low;
  const credits = document.createElement('div');
  const widget = new Cesium.CesiumWidget(element, {
    baseLayer: false, globe: options.ionToken ? undefined : false, skyBox: false, skyAtmosphere: false, scene3DOnly: true,
    orderIndependentTranslucency: false, requestRenderMode: true, maximumRenderTimeChange: Infinity,
    msaaSamples: low ? 1 : 4, creditContainer: credits, showRenderLoopErrors: false, useBrowserRecommendedResolution: false,
    contextOptions: { webgl: { alpha: false, antialias: !low, preserveDrawingBuffer: low, powerPreference: 'high-performance' } },
  });
  widget.resolutionScale = options.resolutionScale ?? (low ? 0.5 : Math.min(1, 2 / globalThis.devicePixelRatio));
  const { scene } = widget;
  scene.fog.enabled = false;
  scene.highDynamicRange = false;
  scene.logarithmicDepthBuffer = false;
  scene.postProcessStages.fxaa.enabled = false;
  const { groundM, problem } = options.ionToken ? await layTerrain(Cesium, scene, city.anchor) : { groundM: null };
  // Whoever shows what ion gives must name where it comes from.
  if (groundM !== null) element.appendChild(credits).className = 'twin-credits';
  return { Cesium, widget, scene, camera: scene.camera, low, groundM, problem, ...placement(Cesium, scene, city.anchor, groundM ?? 0) };
}

function placement(Cesium, scene, anchor, groundM) {
  const origin = Cesium.Cartesian3.fromDegrees(anchor.lon, anchor.lat, groundM);
  const enu = Cesium.Transforms.eastNorthUpToFixedFrame(origin);
  const back = Cesium.Matrix4.inverseTransformation(enu, new Cesium.Matrix4());
  const local = new Cesium.Cartesian3();
  const cartographic = new Cesium.Cartographic();
  const toWorld = (east, north, up = 0, result = new Cesium.Cartesian3()) => {
    Cesium.Cartesian3.fromElements(east, north, up, local);
    return Cesium.Matrix4.multiplyByPoint(enu, local, result);
  };
  const toLocal = (position, result = new Cesium.Cartesian3()) => Cesium.Matrix4.multiplyByPoint(back, position, result);
  const toLonLat = (east, north) => {
    Cesium.Cartographic.fromCartesian(toWorld(east, north), undefined, cartographic);
    return [cartographic.longitude * degrees, cartographic.latitude * degrees];
  };
  const world = new Cesium.Cartesian3();
  /** Where in the element (CSS pixels) a place is drawn, or undefined when it lies behind the camera. */
  const toWindow = (east, north, up = 0, result = new Cesium.Cartesian2()) =>
    Cesium.SceneTransforms.worldToWindowCoordinates(scene, toWorld(east, north, up, world), result);

  const ray = new Cesium.Ray();
  /** The place on the ground under a pixel, as { x: east, y: north }; on or above the horizon, a far place in that direction. */
  const toGround = (x, y) => {
    if (!scene.camera.getPickRay(new Cesium.Cartesian2(x, y), ray)) return null;
    const from = toLocal(ray.origin);
    const way = Cesium.Matrix4.multiplyByPointAsVector(back, ray.direction, new Cesium.Cartesian3());
    const reach = way.z < 0 ? Math.min(-from.z / way.z, fovLimitM) : fovLimitM;
    return { x: from.x + way.x * reach, y: from.y + way.y * reach };
  };
  return { enu, back, toWorld, toLocal, toLonLat, toWindow, toGround };
}
