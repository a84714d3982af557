import { gzipSync } from 'node:zlib';
import { writeScript } from './write-script.ts';

const { parts, ...script } = await writeScript();
for (const { name, code } of [script, ...parts]) {
  const size = gzipSync(code, { level: 9 }).length;
  console.log(`${(size / 1024).toFixed(1).padStart(6)} KB gzip  ${name}`);
}
