import { readFile, writeFile } from 'node:fs/promises';

// After `changeset version`: the sources carry the version that the manifest has now.
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const file = new URL('../src/internal/version.ts', import.meta.url);
const source = await readFile(file, 'utf8');
await writeFile(file, source.replace(/'[^']+'/, `'${version}'`));
