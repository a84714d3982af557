import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle, bundlePath } from './bundle.ts';

await bundle();
const code = await readFile(bundlePath);
const size = (bytes: Uint8Array) => `${(bytes.length / 1024).toFixed(1)} KB`;
console.log(
  `wee5.js ${size(code)}, gzip ${size(gzipSync(code, { level: 9 }))}, brotli ${size(brotliCompressSync(code))}`,
);
