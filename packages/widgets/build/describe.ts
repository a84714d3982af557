// Writes what editors and frameworks read: custom-elements.json, VS Code's data and types by framework.
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createManifest } from './manifest/create-manifest.ts';
import { elementTypes } from './manifest/element-types.ts';
import { htmlData } from './manifest/html-data.ts';
import { widgetsOf } from './manifest/widgets.ts';

const dist = new URL('../dist/', import.meta.url);
const written = new URL('types/', import.meta.url);
const types = new URL('types/', dist);

const manifest = createManifest();
const widgets = widgetsOf(manifest);
await mkdir(types, { recursive: true });
await writeJson('custom-elements.json', manifest);
await writeJson('vscode.html-custom-data.json', htmlData(widgets));
await writeFile(new URL('elements.d.ts', types), elementTypes(widgets));
await cp(written, types, { recursive: true });
// A plain import of types must not fail where nothing strips it.
for (const name of await readdir(written))
  await writeFile(new URL(name.replace('.d.ts', '.js'), types), 'export {};\n');

async function writeJson(name: string, content: object): Promise<void> {
  await writeFile(new URL(name, dist), `${JSON.stringify(content, null, 2)}\n`);
}
