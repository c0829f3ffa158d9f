// Terrain and imagery from Cesium ion, where the host has a token for them. Nothing here runs without one.

const patienceMs = 8000;

/** Puts the globe with its terrain and imagery under the city. Returns the terrain's height at the anchor in metres, or null when ion cannot be reached. */
export async function layTerrain(Cesium, scene, anchor) {
  try {
    const terrain = await soon(Cesium.createWorldTerrainAsync());
    const [spot] = await soon(Cesium.sampleTerrainMostDetailed(terrain, [Cesium.Cartographic.fromDegrees(anchor.lon, anchor.lat)]));
    scene.imageryLayers.add(Cesium.ImageryLayer.fromWorldImagery());
    scene.terrainProvider = terrain;
    return spot.height ?? 0;
  } catch (error) {
    console.warn('twin map: no terrain from ion, drawing our own ground', error);
    scene.globe.show = false;
    return null;
  }
}

const soon = promise => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('ion did not answer')), patienceMs))]);
