import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type BuildOptions } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { AppProps } from './app.tsx';

/** React as a page may have it; the other one stands beside it under names of its own. */
export type ReactVersion = 18 | 19;

const entry = (name: string) => new URL(name, import.meta.url).pathname;

function optionsFor(version: ReactVersion): BuildOptions {
  return {
    bundle: true,
    write: false,
    // Where the other React is looked for.
    absWorkingDir: entry('../..'),
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    ...(version === 18 && { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } }),
  };
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build(options);
  return outputFiles?.[0]?.text ?? '';
}

export interface Bundles {
  render: (props: AppProps) => string;
  script: string;
}

/** The page's app for a server, and its script for a browser. */
export async function bundles(version: ReactVersion): Promise<Bundles> {
  const options = optionsFor(version);
  const banner = `import { createRequire } from 'node:module'; const require = createRequire('${import.meta.url}');`;
  const server = await bundle({
    ...options,
    entryPoints: [entry('server.tsx')],
    platform: 'node',
    banner: { js: banner },
  });
  const script = await bundle({ ...options, entryPoints: [entry('page.tsx')] });
  const { render } = (await import(
    `data:text/javascript;base64,${Buffer.from(server).toString('base64')}`
  )) as Bundles;
  return { render, script };
}

/** A page with this HTML of the server, and what its console complained about. */
export async function openPage(browser: Browser, html: string, script: string) {
  const server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/silent')) return;
    const isScript = url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : documentOf(html));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    server.close();
    server.closeAllConnections();
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/error|warn/.test(message.type())) complaints.push(message.text());
  });
  await page.setViewport({ width: 512, height: 900 });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { page, complaints };
}

function documentOf(html: string): string {
  return `<!doctype html><title>A page</title><link rel="icon" href="data:,">
    <style>body { margin: 16px }</style><main>${html}</main><script type="module" src="/page.js"></script>`;
}

/** The text of a widget's shadow tree. */
export function textOf(page: Page, tag: string): Promise<string> {
  return page.evaluate(`document.querySelector('${tag}')?.shadowRoot?.textContent ?? ''`) as Promise<string>;
}
