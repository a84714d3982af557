import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { beforeAll, expect, it } from 'vitest';
import { contractNames } from '../build/contract-types.ts';
import {
  buildPackage,
  complaints,
  createConsumer,
  packageDirectory,
  readManifest,
  rootDirectory,
} from './support/build.ts';
import { bundlePackage, bundleRealtime, bytes, kilobytes } from './support/bundle.ts';
import { examplesOf, undocumented } from './support/docs.ts';
import { splitPackage } from './support/split.ts';

let files: Map<string, string>;
let readme: string;
beforeAll(async () => {
  files = await buildPackage();
  readme = await readFile(join(packageDirectory, 'README.md'), 'utf8');
}, 120_000);

const browser = { module: 'esnext', moduleResolution: 'bundler', lib: 'es2022,dom,dom.iterable' };

const typeRoots = join(rootDirectory, 'node_modules/@types');

async function complaintsOf(source: string, options: Record<string, unknown>): Promise<string> {
  const directory = await createConsumer({ 'index.ts': source });
  try {
    return complaints(directory, options);
  } finally {
    await rm(directory, { recursive: true });
  }
}

it('depends on the library of Realtime alone, and mentions neither zod nor the contract in what it publishes', async () => {
  expect(Object.keys((await readManifest()).dependencies ?? {})).toEqual(['@supabase/realtime-js']);
  expect(files.has('index.js') && files.has('index.d.ts') && files.has('contract.d.ts')).toBe(true);
  for (const [name, text] of files) {
    const own =
      name === 'live/transports/load-realtime.js'
        ? text.replace("import('@supabase/realtime-js')", '')
        : text;
    expect(own, name).not.toMatch(
      /from ['"](?!\.)|import\((?!'\.\.?\/)|require\(|zod|@wee5\/contract|supabase-js/,
    );
  }
});

it('writes nothing to the console', () => {
  const code = (text: string) => text.replaceAll(/\/\*\*.*?\*\//gs, '');
  for (const [name, text] of files) expect(code(text), name).not.toContain('console');
});

it('has the types of the contract, name by name', async () => {
  const names = contractNames();
  expect(names).toContain('Leaderboard');
  const source = `
    import type * as published from '${join(packageDirectory, 'dist/contract.d.ts')}';
    import type * as contract from '${join(rootDirectory, 'packages/contract/src/index.ts')}';
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
    type Plain<T> = T extends (infer I)[] ? Plain<I>[] : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
    ${names.map((name) => `export const ${name}: Same<Plain<published.${name}>, Plain<contract.${name}>> = true;`).join('\n')}
  `;
  const options = {
    module: 'nodenext',
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    // The contract's own source is for Node.
    lib: 'es2023,dom',
    skipLibCheck: true,
  };
  expect(await complaintsOf(source, options)).toBe('');
});

it.each([
  ['a bundler and a browser', browser],
  ['nodenext and a browser', { module: 'nodenext', lib: 'es2022,dom' }],
  [
    'exact optional properties',
    { ...browser, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ],
])(
  'checks the examples of the README with %s, where no zod is',
  async (_what, options) => {
    const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const example of examples) expect(await complaintsOf(example, options), example).toBe('');
  },
  60_000,
);

/** The declarations of what the package exports. */
const declared = ['types', 'feed-types', 'client', 'shared-client', 'session', 'errors', 'environment'].map(
  (name) => `${name}.d.ts`,
);

it.each([...declared, 'contract.d.ts'])(
  'describes everything that %s exports, and every field of it',
  (name) => expect(undocumented(files.get(name) ?? 'export type None = never;')).toEqual([]),
);

it('shows every method of a client in an example', () => {
  const examples = examplesOf(files.get('types.d.ts') ?? '').join('\n');
  const client = /interface Client \{(.*?)^\}/ms.exec(files.get('types.d.ts') ?? '')?.[1] ?? '';
  const methods = [...client.matchAll(/^ {4}(\w+)\(/gm)].map(([, name = '']) => name);
  expect(methods).toContain('getLeaderboard');
  for (const method of methods) expect(examples, method).toContain(`client.${method}(`);
});

it('checks the examples of the declarations, where `client` is a client', async () => {
  const names = 'createClient, createSession, HttpError, sessionTokens, sharedClient, Wee5Error';
  const examples = declared.flatMap((name) => examplesOf(files.get(name) ?? ''));
  expect(examples.length).toBeGreaterThanOrEqual(14);
  const sources = examples.map((example, index) => {
    const given = /(const|let) client\b/.test(example) ? '' : 'declare const client: Client;';
    const code = `import { ${names}, type Client } from '@wee5/client';\n${given}\n${example}\nexport {};\n`;
    return [`example-${index}.ts`, code] as const;
  });
  const index = sources.map(([name]) => `import './${name.replace('.ts', '.js')}';`).join('\n');
  const directory = await createConsumer({ ...Object.fromEntries(sources), 'index.ts': index });
  expect(complaints(directory, { ...browser, exactOptionalPropertyTypes: true })).toBe('');
  await rm(directory, { recursive: true });
});

it('checks on a server, whose compiler knows no page', async () => {
  const source = `
    import { createClient, sessionTokens, type Environment } from '@wee5/client';
    const apiUrl = 'https://api.example.com';
    const getToken = sessionTokens({ apiUrl, experienceId: 'exp_1' });
    const client = createClient({ apiUrl, communityId: 'biz_1', getToken, fetch });
    const stop = client.live().watch({ kind: 'rewards' }, { data: ({ data }) => data.rewards.length });
    export const both: [() => void, Partial<Environment>] = [stop, { page: undefined }];
  `;
  const server = { module: 'nodenext', lib: 'es2022', types: 'node', typeRoots };
  expect(await complaintsOf(source, server)).toBe('');
});

it('refuses a wrong call', async () => {
  const wrong = `
    import { createClient } from '@wee5/client';
    const client = createClient({ apiUrl: 'https://x', communityId: 'biz_1' });
    client.live().watch({ kind: 'rankCard', userId: 'me' }, { data: ({ data }) => data.entries });
  `;
  expect(await complaintsOf(wrong, browser)).toMatch(/TS2339: Property 'entries' does not exist/);
});

it('runs on the Node that started the tests', async () => {
  const source = `
    import { createClient, HttpError } from '@wee5/client';
    const client = createClient({ apiUrl: 'https://x', communityId: 'biz_1' });
    console.log(typeof client.live().watch, new HttpError(404, {}).name);
  `;
  const directory = await createConsumer({ 'index.mjs': source });
  expect(execFileSync(process.execPath, ['index.mjs'], { cwd: directory }).toString()).toBe(
    'function HttpError\n',
  );
  await rm(directory, { recursive: true });
});

it('loads what the first data needs, and the rest in files of their own', async () => {
  const { first, later } = await bundlePackage(['createClient']);
  expect([...later.keys()].toSorted()).toEqual(['live/index.js', 'own.js']);
  expect(first).not.toMatch(/text\/event-stream|visibilitychange|claim"|RealtimeClient/);
  expect(later.get('live/index.js')).toMatch(/text\/event-stream/);
  expect(later.get('live/index.js')).toMatch(/import\("@supabase\/realtime-js"\)/);
  expect(later.get('own.js')).toMatch(/claim/);
});

it('loads without the library of Realtime, which a bundler makes a file of its own', async () => {
  const { first, later } = await splitPackage();
  expect(first.toString()).not.toMatch(/phx_join|RealtimeClient\{|heartbeatIntervalMs/);
  expect(later.toString()).toMatch(/phx_join/);
  expect(later.toString()).not.toMatch(/PostgrestClient|GoTrue|StorageClient/);
});

it('keeps the library apart where Rollup bundles it as well', async () => {
  const library = 'export class RealtimeClient { join = "phx_join" }';
  const bundle = await rollup({
    input: join(packageDirectory, 'dist/index.js'),
    plugins: [
      {
        name: 'library',
        resolveId: (id) => (id === '@supabase/realtime-js' ? id : null),
        load: (id) => (id === '@supabase/realtime-js' ? library : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const holders = output.filter((chunk) => chunk.type === 'chunk' && chunk.code.includes('phx_join'));
  expect(holders).toHaveLength(1);
  expect(holders[0]).toMatchObject({ isEntry: false, isDynamicEntry: true });
});

it('is as small as the README says, and as it has to be', async () => {
  const { first, later } = await bundlePackage(['createClient']);
  const { first: more } = await bundlePackage(['createClient', 'sharedClient', 'sessionTokens']);
  expect(bytes(first)).toBeLessThanOrEqual(3.25 * 1024);
  expect(readme).toContain(`${kilobytes(first)} KB minified and gzipped`);
  expect(readme).toContain(`(${kilobytes(more)} KB with \`sharedClient\` and \`sessionTokens\`)`);
  expect(readme).toContain(`${kilobytes(later.get('live/index.js') ?? '')} KB that keep it true`);
  expect(readme).toContain(`${kilobytes(await bundleRealtime())} KB more`);
});
