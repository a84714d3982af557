import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { bundle, type Script } from './bundle.ts';
import { gzip } from './compress.ts';
import { stylesheet } from './stylesheet.ts';

/** Where a server finds the files of `/widgets/v1/`. */
export const scriptDirectory = new URL('../dist/script-tag/', import.meta.url);

/**
 * Builds the script tag and writes its files, each also compressed, so that no server does that while a page waits.
 * `wee5.js` stands at an address of its own and, for pages that pin it, under the name that carries its hash.
 */
export async function writeScript(directory = scriptDirectory): Promise<Script> {
  const script = await bundle();
  const texts = new Map([script, ...script.parts].map(({ name, code }) => [name, code]));
  texts.set('wee5.js', script.code).set('wee5.css', stylesheet());
  const compressed = await Promise.all([...texts].map(([name, text]) => compress(name, text)));
  const files = new Map(compressed.flat());
  files.set('integrity.json', Buffer.from(JSON.stringify(await describe(script))));

  await mkdir(directory, { recursive: true });
  for (const [name, bytes] of files) await write(new URL(name, directory), bytes);
  const left = (await readdir(directory)).filter((name) => !files.has(name));
  for (const name of left) await rm(new URL(name, directory));
  return script;
}

async function compress(name: string, text: string): Promise<[string, Buffer][]> {
  const bytes = Buffer.from(text);
  return [
    [name, bytes],
    [`${name}.br`, brotliCompressSync(bytes)],
    [`${name}.gz`, await gzip(text)],
  ];
}

/** In one step: a server that starts meanwhile reads the whole file. */
async function write(file: URL, bytes: Buffer): Promise<void> {
  const temporary = new URL(`${file.href}.${process.pid}`);
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

/** What a page needs to pin this very script. */
async function describe({ name }: Script): Promise<{ version: string; file: string; integrity: string }> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const hash = Buffer.from(name.split('.')[1]!, 'base64url').toString('base64');
  return { version, file: name, integrity: `sha256-${hash}` };
}
