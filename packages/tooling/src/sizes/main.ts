// `pnpm sizes`: measures every import and writes docs/sizes.md.
import { writeFile } from 'node:fs/promises';
import { measureEntries } from './measure.ts';
import { sizesDocument, sizesFile } from './table.ts';

const text = await sizesDocument(await measureEntries());
await writeFile(sizesFile, text);
console.log(text);
