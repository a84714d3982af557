// Usage: node pin.mjs [url] < index.html > pinned.html
// Pins the script tag of a page to the release that the server runs: a browser then takes no other bytes. Needs nothing
// but Node 20. A pinned page gets a newer release when you run this again.
import { text } from 'node:stream/consumers';

const [url = 'http://localhost:3000'] = process.argv.slice(2);
const unpinned = `src="${url}/widgets/v1/wee5.js"`;

const response = await fetch(`${url}/widgets/v1/integrity.json`);
if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
const { file, integrity } = await response.json();

const page = await text(process.stdin);
if (!page.includes(unpinned)) throw new Error(`The page has no script with ${unpinned}.`);
const pinned = `src="${url}/widgets/v1/${file}" integrity="${integrity}" crossorigin="anonymous"`;
process.stdout.write(page.replace(unpinned, pinned));
