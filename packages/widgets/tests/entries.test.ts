import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(home, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  exports: Record<string, string>;
  publishConfig: { exports: Record<string, unknown> };
};
const folders = readdirSync(join(home, 'src/components'));

/** What stands in the package for a component's folder, and where. */
describe.each(folders)('src/components/%s', (name) => {
  const path = `components/${name}/${name}`;

  it.each([
    [`./${name}`, path],
    [`./${name}/define`, `components/${name}/define`],
  ])('is the entry %s in package.json, in "exports" and as published', (entry, module) => {
    expect(manifest.exports).toMatchObject({ [entry]: `./src/${module}.ts` });
    expect(manifest.publishConfig.exports).toMatchObject({
      [entry]: { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
    });
  });

  it('is exported by src/index.ts, and defined by src/define.ts', () => {
    const className = /class (\w+Element)/.exec(read(`src/${path}.ts`))?.[1];
    expect(read('src/index.ts')).toContain(`export { ${className} } from './${path}.ts';`);
    expect(read('src/define.ts')).toContain(`export { ${className} } from './components/${name}/define.ts';`);
  });
});

it('publishes every entry that the workspace has', () => {
  expect(Object.keys(manifest.publishConfig.exports)).toEqual(
    expect.arrayContaining(Object.keys(manifest.exports)),
  );
});
