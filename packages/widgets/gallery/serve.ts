import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

const gallery = await context({
  entryPoints: [`${here}gallery.ts`],
  bundle: true,
  format: 'esm',
  target: 'es2023',
  outdir: here,
  write: false,
});
const { port } = await gallery.serve({
  servedir: here,
  host: '127.0.0.1',
  port: Number(process.env['PORT'] ?? 4105),
});
console.log(`Every widget in every state: http://localhost:${port}/`);
