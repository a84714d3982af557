import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, relative } from 'node:path';
import { build } from 'esbuild';
import { galleryBuild, galleryDirectory } from './build.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The gallery, built once, at an address of its own until it is closed. */
export async function openGallery(): Promise<{ url: string; close(): void }> {
  const files = await readGallery();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname.slice(1) || 'index.html';
    const file = files.get(path);
    if (!file) return response.writeHead(404).end();
    response.setHeader('Cache-Control', 'max-age=3600');
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream').end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close().closeAllConnections() };
}

async function readGallery(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build(galleryBuild);
  const files = new Map(
    outputFiles.map(({ path, contents }) => [relative(galleryDirectory, path), contents]),
  );
  for (const name of ['index.html', 'hostile.css', 'portrait.svg']) {
    files.set(name, await readFile(`${galleryDirectory}${name}`));
  }
  return files;
}
