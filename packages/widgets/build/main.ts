import { mkdir, writeFile } from 'node:fs/promises';
import { bundle, describeSize } from './bundle.ts';

const directory = new URL('../dist/', import.meta.url);
const code = await bundle();
await mkdir(directory, { recursive: true });
await writeFile(new URL('wee5.js', directory), code);
console.log(`wee5.js: ${describeSize(code)}`);
