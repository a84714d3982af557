import { gzip } from './compress.ts';
import { writeScript } from './write-script.ts';

const { parts, ...script } = await writeScript();
for (const { name, code } of [script, ...parts]) {
  const size = (await gzip(code)).length;
  console.log(`${(size / 1024).toFixed(1).padStart(6)} KB gzip  ${name}`);
}
