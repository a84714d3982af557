import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle, type Script } from './bundle.ts';
import { stylesheet } from './stylesheet.ts';

/** Where a server finds the files of `/widgets/v1/`. */
export const scriptDirectory = new URL('../dist/script-tag/', import.meta.url);

/**
 * Builds the script tag and writes its files, each also compressed, so that no server does that while a page waits.
 * `wee5.js` stands at an address of its own and, for pages that pin it, under the name that carries its hash.
 */
export async function writeScript(directory = scriptDirectory): Promise<Script> {
  const script = await bundle();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const { name, code } of [script, ...script.parts]) await write(directory, name, code);
  await write(directory, 'wee5.js', script.code);
  await write(directory, 'wee5.css', stylesheet());
  await writeFile(new URL('integrity.json', directory), JSON.stringify(await describe(script)));
  return script;
}

async function write(directory: URL, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  await writeFile(new URL(name, directory), bytes);
  await writeFile(new URL(`${name}.br`, directory), brotliCompressSync(bytes, options));
  await writeFile(new URL(`${name}.gz`, directory), gzipSync(bytes, { level: 9 }));
}

/** What a page needs to pin this very script. */
async function describe({ name }: Script): Promise<{ version: string; file: string; integrity: string }> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const hash = Buffer.from(name.split('.')[1]!, 'base64url').toString('base64');
  return { version, file: name, integrity: `sha256-${hash}` };
}
