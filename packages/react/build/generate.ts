import { writeFile } from 'node:fs/promises';
import { componentCode } from './component-code.ts';

await writeFile(new URL('../src/components.ts', import.meta.url), await componentCode());
