// Terrain and imagery from Cesium ion, where the host has a token for them. Nothing here runs without one.

const patienceMs = 8000;
const refusals = [401, 403, 404];

/**
 * Puts the globe with its terrain and imagery under the city. Returns the terrain's height at the anchor, `groundM` in metres; where ion refuses
 * or cannot be reached, groundM is null, the globe is gone, and `problem` names the message that says why.
 */
export async function layTerrain(Cesium, scene, anchor) {
  try {
    const [imagery, [terrain, groundM]] = await soon(Promise.all([Cesium.createWorldImageryAsync(), terrainAt(Cesium, anchor)]));
    scene.imageryLayers.addImageryProvider(imagery);
    scene.terrainProvider = terrain;
    return { groundM };
  } catch (error) {
    console.warn('twin map: nothing from ion, drawing our own ground', error);
    scene.globe.show = false;
    return { groundM: null, problem: refusals.includes(error?.statusCode) ? 'ionRefused' : 'noIon' };
  }
}

async function terrainAt(Cesium, anchor) {
  const terrain = await Cesium.createWorldTerrainAsync();
  const [spot] = await Cesium.sampleTerrainMostDetailed(terrain, [Cesium.Cartographic.fromDegrees(anchor.lon, anchor.lat)]);
  return [terrain, spot.height ?? 0];
}

function soon(promise) {
  let waiting = null;
  const late = new Promise((_, reject) => { waiting = setTimeout(() => reject(new Error('ion did not answer')), patienceMs); });
  return Promise.race([promise, late]).finally(() => clearTimeout(waiting));
}
