import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { projectRoot } from './project.ts';
import { serveSite } from './serve-site.ts';

const port = Number(process.env['PORT'] ?? 4106);
let site = await buildSite();
serveSite(() => site).listen(port, '127.0.0.1', () => {
  console.log(`The docs: http://localhost:${port}/. What you change in docs/ is there with the next load.`);
});

watch(join(projectRoot, 'docs'), { recursive: true }, () => {
  buildSite().then(
    (next) => (site = next),
    (error: Error) => console.error(error.message),
  );
});
