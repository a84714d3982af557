import { writeSite } from './write-site.ts';

const site = await writeSite();
const pages = [...site.keys()].filter((path) => path.endsWith('.html'));
console.log(`${pages.length} pages in packages/docs/dist.`);
