import { context } from 'esbuild';
import { galleryBuild, galleryDirectory } from './build.ts';

const gallery = await context(galleryBuild);
const { port } = await gallery.serve({
  servedir: galleryDirectory,
  host: '127.0.0.1',
  port: Number(process.env['PORT'] ?? 4105),
});
console.log(`Every widget in every state: http://localhost:${port}/`);
