// Things that lie flat on the ground. They test depth (buildings hide them) but write none, so they never fight each other:
// what is added later lies on top.

/** A primitive of `parts`: { positions: flat [e, n, …], indices?, colour: [r, g, b, a], id?, colours?, line? }. */
export function flatPrimitive(stage, parts) {
  const { Cesium } = stage;
  return new Cesium.Primitive({
    geometryInstances: parts.filter(part => part.positions.length > 0).map(part => instance(stage, part)),
    appearance: paint(Cesium, new Cesium.PerInstanceColorAppearance({ flat: true, translucent: false })),
    asynchronous: false, allowPicking: false, releaseGeometryInstances: true, compressVertices: false,
  });
}

/** Lines of a width in pixels: { points: [[e, n], …], colour, width, id? }. */
export function linePrimitive(stage, lines) {
  const { Cesium } = stage;
  return new Cesium.Primitive({
    geometryInstances: lines.map(line => new Cesium.GeometryInstance({
      id: line.id,
      geometry: new Cesium.PolylineGeometry({
        positions: line.points.map(([e, n]) => stage.toWorld(e, n)), width: line.width, arcType: Cesium.ArcType.NONE,
        vertexFormat: Cesium.PolylineColorAppearance.VERTEX_FORMAT,
      }),
      attributes: { color: attribute(Cesium, line.colour) },
    })),
    appearance: paint(Cesium, new Cesium.PolylineColorAppearance({ translucent: false })),
    asynchronous: false, allowPicking: false,
  });
}

// The appearance's own state would write depth.
function paint(Cesium, appearance) {
  const state = { depthTest: { enabled: true }, depthMask: false, cull: { enabled: false }, blending: Cesium.BlendingState.ALPHA_BLEND };
  appearance.getRenderState = () => state;
  return appearance;
}

const attribute = (Cesium, [r, g, b, a = 1]) => new Cesium.ColorGeometryInstanceAttribute(r, g, b, a);

function instance(stage, part) {
  const { Cesium } = stage;
  const count = part.positions.length / 2;
  const positions = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    positions[i * 3] = part.positions[i * 2];
    positions[i * 3 + 1] = part.positions[i * 2 + 1];
  }
  const attributes = { position: new Cesium.GeometryAttribute({ componentDatatype: Cesium.ComponentDatatype.DOUBLE, componentsPerAttribute: 3, values: positions }) };
  if (part.colours) {
    attributes.color = new Cesium.GeometryAttribute({
      componentDatatype: Cesium.ComponentDatatype.UNSIGNED_BYTE, componentsPerAttribute: 4, normalize: true, values: Uint8Array.from(part.colours, v => Math.round(v * 255)),
    });
  }
  const indices = part.indices ?? Array.from({ length: count }, (_, i) => i);
  return new Cesium.GeometryInstance({
    id: part.id,
    modelMatrix: stage.enu,
    geometry: new Cesium.Geometry({
      attributes,
      indices: Cesium.IndexDatatype.createTypedArray(count, indices),
      primitiveType: part.line ? Cesium.PrimitiveType.LINES : Cesium.PrimitiveType.TRIANGLES,
      boundingSphere: Cesium.BoundingSphere.fromVertices(positions),
    }),
    attributes: part.colours ? {} : { color: attribute(Cesium, part.colour) },
  });
}
