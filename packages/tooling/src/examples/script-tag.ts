import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ExampleContext, RunningExample } from './example.ts';
import { folderOf } from './folders.ts';
import { serve } from './serve.ts';

const folder = folderOf('script-tag');

/** Serves the page with the address of this Wee5 in it, and pinned to what it runs. */
export function startScriptTag({ wee5, port, print }: ExampleContext): Promise<RunningExample> {
  return serve((request, response) => {
    const answer = async (): Promise<unknown> => {
      const page = (await readFile(join(folder, 'index.html'), 'utf8')).replaceAll(
        'http://localhost:3000',
        wee5,
      );
      response.setHeader('Content-Type', 'text/html');
      if (request.url === '/') return response.end(page);
      if (request.url === '/pinned.html') return response.end(await pin(page, wee5));
      return response.writeHead(404).end();
    };
    answer().catch((error: unknown) => {
      print(String(error));
      response.writeHead(500).end('This page cannot be made. The terminal says why.');
    });
  }, port);
}

/** What `node pin.mjs < index.html` writes. */
async function pin(page: string, wee5: string): Promise<string> {
  const run = promisify(execFile)(process.execPath, [join(folder, 'pin.mjs'), wee5]);
  run.child.stdin?.end(page);
  return (await run).stdout;
}
