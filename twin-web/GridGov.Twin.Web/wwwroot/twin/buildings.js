// Buildings: our own 3D Tiles, coloured on the graphics card. What the matter is with each comes from a small texture by building index,
// so a change costs one upload and no tile is touched.
import { rgb } from './palette.js';

const wide = 256;
const selectedBit = 128;
const hoveredBit = 64;

export async function drawBuildings(stage, url, collection) {
  const { Cesium, scene } = stage;
  const tileset = await Cesium.Cesium3DTileset.fromUrl(url, { maximumScreenSpaceError: 24, cullRequestsWhileMoving: false, enablePick: true });
  const state = { bytes: new Uint8Array(wide * 4), rows: 1 };
  const marks = { selected: null, hovered: null, failed: new Map() };
  if (stage.groundM) {
    const lift = Cesium.Cartesian3.multiplyByScalar(direction(stage, 0, 0, 1), stage.groundM, new Cesium.Cartesian3());
    tileset.modelMatrix = Cesium.Matrix4.fromTranslation(lift);
  }
  let shader = null;
  let lit = 0;
  collection.add(tileset);
  let loaded = 0;
  let first = false;
  tileset.tileLoad.addEventListener(tile => {
    loaded += tile.content.featuresLength;
    scene.requestRender();
  });
  tileset.tileUnload.addEventListener(tile => { loaded -= tile.content.featuresLength; });
  tileset.initialTilesLoaded.addEventListener(() => { first = true; });

  function paint(palette) {
    shader = new Cesium.CustomShader({
      lightingModel: Cesium.LightingModel.UNLIT,
      uniforms: {
        u_state: { type: Cesium.UniformType.SAMPLER_2D, value: texture() },
        u_night: { type: Cesium.UniformType.FLOAT, value: lit },
        u_up: { type: Cesium.UniformType.VEC3, value: direction(stage, 0, 0, 1) },
        u_sun: { type: Cesium.UniformType.VEC3, value: direction(stage, -0.55, -0.5, 0.67) },
      },
      fragmentShaderText: fragment(palette),
    });
    tileset.customShader = shader;
  }

  function texture() {
    return new Cesium.TextureUniform({
      typedArray: state.bytes, width: wide, height: state.rows, repeat: false,
      minificationFilter: Cesium.TextureMinificationFilter.NEAREST, magnificationFilter: Cesium.TextureMagnificationFilter.NEAREST,
    });
  }

  function upload() {
    const most = Math.max(marks.selected ?? 0, marks.hovered ?? 0, ...marks.failed.keys());
    state.rows = Math.floor(most / wide) + 1;
    state.bytes = new Uint8Array(wide * 4 * state.rows);
    for (const [id, failed] of marks.failed) state.bytes[id * 4] = failed;
    if (marks.selected !== null) state.bytes[marks.selected * 4] |= selectedBit;
    if (marks.hovered !== null) state.bytes[marks.hovered * 4] |= hoveredBit;
    shader?.setUniform('u_state', texture());
    scene.requestRender();
  }

  function mark(name, id) {
    if (marks[name] === id) return;
    marks[name] = id;
    upload();
  }

  function fail(buildings) {
    marks.failed = new Map([...buildings.values()].filter(b => b.failed).map(b => [b.id, b.failed]));
    upload();
  }

  /** How far the windows are lit: 0 by day, 1 by night. */
  function night(share) {
    if (!shader || lit === share) return false;
    lit = share;
    shader.setUniform('u_night', share);
    return true;
  }

  return {
    paint, fail, night,
    select: id => mark('selected', id),
    hover: id => mark('hovered', id),
    get loaded() { return loaded; },
    get first() { return first; },
    get loading() { return tileset.show && !tileset.tilesLoaded; },
  };
}

function direction(stage, east, north, up) {
  const { Cesium } = stage;
  const way = Cesium.Cartesian3.normalize(new Cesium.Cartesian3(east, north, up), new Cesium.Cartesian3());
  return Cesium.Matrix4.multiplyByPointAsVector(stage.enu, way, way);
}

const vec = hex => `vec3(${rgb(hex).map(v => v.toFixed(4)).join(', ')})`;

const fragment = palette => `
vec3 useColour(int use) {
  ${palette.use.map((colour, i) => `if (use == ${i}) return ${vec(colour)};`).join('\n  ')}
  return ${vec(palette.use[0])};
}
float chance(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int bid = int(fsInput.metadata.bid);
  int use = int(fsInput.metadata.use);
  float height = float(fsInput.metadata.height);
  vec2 uv = fsInput.attributes.texCoord_0;
  vec3 normal = normalize(fsInput.attributes.normalEC);
  vec3 up = normalize(czm_viewRotation * u_up);
  vec3 sun = normalize(czm_viewRotation * u_sun);
  float light = clamp(dot(normal, sun), 0.0, 1.0);
  vec3 tint = mix(useColour(use), ${vec(palette.tall)}, clamp((height - 24.0) / 140.0, 0.0, 0.75)) * mix(1.0, ${palette.night.toFixed(2)}, u_night);
  vec3 colour = tint * (${palette.shade.toFixed(2)} + 0.5 * light * ${palette.sun.toFixed(2)});
  if (uv.y < 0.0 || dot(normal, up) > 0.6) {
    colour = tint * ${palette.roof.toFixed(2)};
  } else {
    float storey = use == 3 ? 4.5 : (use == 1 || use == 2) ? 3.8 : 3.0;
    vec2 grid = vec2(uv.x / (use == 2 ? 2.4 : 3.4), uv.y / storey);
    vec2 size = fwidth(grid);
    float near = 1.0 - smoothstep(0.25, 0.75, max(size.x, size.y));
    vec2 cell = fract(grid);
    vec2 edge = size * 0.75;
    float pane = smoothstep(0.22 - edge.x, 0.22 + edge.x, cell.x) * (1.0 - smoothstep(0.78 - edge.x, 0.78 + edge.x, cell.x));
    pane *= smoothstep(0.30 - edge.y, 0.30 + edge.y, cell.y) * (1.0 - smoothstep(0.76 - edge.y, 0.76 + edge.y, cell.y));
    pane *= step(uv.y, height - 0.8);
    float asleep = use == 3 ? 0.93 : use == 4 ? 0.8 : 0.62;
    float lit = step(asleep, chance(floor(grid) + float(bid) * 0.37)) * u_night;
    vec3 glass = mix(mix(colour, ${vec(palette.windowDay)}, ${palette.name === 'dark' ? '0.22' : '0.38'}), ${vec(palette.window)} * 0.92, lit);
    colour = mix(colour, glass, pane * near);
    colour = mix(colour, mix(colour, ${vec(palette.window)}, 0.10 * u_night), 1.0 - near);
    colour *= 0.80 + 0.20 * smoothstep(0.0, 9.0, uv.y);
  }
  int state = 0;
  if (bid < textureSize(u_state, 0).y * ${wide}) state = int(texelFetch(u_state, ivec2(bid % ${wide}, bid / ${wide}), 0).r * 255.0 + 0.5);
  if ((state & 15) != 0) colour = mix(colour, ${vec(palette.failed)}, 0.62);
  if ((state & ${selectedBit}) != 0) colour = mix(colour, ${vec(palette.chosen)}, 0.78);
  else if ((state & ${hoveredBit}) != 0) colour = mix(colour, ${vec(palette.chosen)}, 0.28);
  float haze = smoothstep(2.5 * czm_eyeHeight + 2500.0, 5.0 * czm_eyeHeight + 9000.0, length(fsInput.attributes.positionEC));
  colour = mix(colour, ${vec(palette.background)}, haze * 0.85);
  material.diffuse = pow(clamp(colour, 0.0, 1.0), vec3(2.2));   // Cesium takes it for linear light
}
`;
