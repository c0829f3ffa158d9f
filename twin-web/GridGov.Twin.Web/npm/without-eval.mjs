// Copies a script with its one (0,eval)("this") replaced by globalThis, so that it loads under a policy without 'unsafe-eval'.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [from, to] = process.argv.slice(2);
const parts = readFileSync(from, 'utf8').split('(0,eval)("this")');
if (parts.length !== 2) {
  console.error(`${from} holds (0,eval)("this") ${parts.length - 1} times; expected exactly once. Check the library's version against this script.`);
  process.exit(1);
}

mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, parts.join('globalThis'));
