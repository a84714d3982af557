import { mkdir, writeFile } from 'node:fs/promises';
import { bundle, bundleRealtime, describeSize } from './bundle.ts';

const directory = new URL('../dist/', import.meta.url);
await mkdir(directory, { recursive: true });
const files = { 'wee5.js': await bundle(), 'wee5-realtime.js': await bundleRealtime() };
for (const [name, code] of Object.entries(files)) {
  await writeFile(new URL(name, directory), code);
  console.log(`${name}: ${describeSize(code)}`);
}
