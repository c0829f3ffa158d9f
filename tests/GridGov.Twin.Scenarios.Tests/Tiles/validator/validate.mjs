// Prints one line of JSON for each .glb file of the folders given: what the validator of the Khronos Group says about it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateBytes } from 'gltf-validator';

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.glb')).sort()) {
    const { issues, info } = await validateBytes(new Uint8Array(readFileSync(join(folder, name))), { maxIssues: 20 });
    const { numErrors, numWarnings, messages } = issues;
    console.log(JSON.stringify({ file: join(folder, name), numErrors, numWarnings, messages, triangles: info?.totalTriangleCount ?? 0 }));
  }
}
