import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Script, type ScriptFile } from '../build/bundle.ts';
import { chromiumArguments, findChromium } from '../testing/chromium.ts';
import { ScriptHost } from './support/script-host.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));

let script: Script;
let browser: Browser;

beforeAll(async () => {
  script = await bundle(fixture('parts/core'));
  const executablePath = await findChromium();
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
}, 120_000);
afterAll(() => browser.close());

function part(name: string): ScriptFile {
  const found = script.parts.find((file) => file.name.startsWith(`wee5-${name}.`));
  if (!found)
    throw new Error(`There is no part ${name}: ${script.parts.map((file) => file.name).join(', ')}`);
  return found;
}

async function open(options: Parameters<typeof ScriptHost.open>[2] = {}): Promise<ScriptHost> {
  const host = await ScriptHost.open(browser, script, options);
  await host.page.waitForFunction('globalThis.fixture');
  return host;
}

const makeSquare = `fixture.square().then(({ Square }) => new Square().name)`;
const trySquare = `fixture.square().then(() => 'loaded', () => 'refused')`;

describe('the files of a script tag', () => {
  it('hold each module exactly once', () => {
    const files = [script, ...script.parts];
    const ids = files.flatMap(({ modules }) => Object.keys(modules));
    expect(new Set(ids).size).toBe(ids.length);
    for (const words of ['the shape ', '`has $', 'of a square', 'of a circle', 'of a line']) {
      expect(files.filter(({ code }) => code.includes(words))).toHaveLength(1);
    }
  });

  it('are named by their bytes, and so the script’s bytes name its parts', () => {
    expect(script.name).toMatch(/^wee5\.[\w-]{43}\.js$/);
    for (const name of ['square', 'circle', 'drawing']) expect(script.code).toContain(part(name).name);
    expect(part('drawing').code).toContain(part('square').name);
  });

  it('are the same whenever they are built', async () => {
    expect(await bundle(fixture('parts/core'))).toEqual(script);
  });

  it('are not built where a lazy part is in the script anyway', async () => {
    await expect(bundle(fixture('eager/core'))).rejects.toThrow(
      /eager\/word\.ts is a lazy part, but the script contains it already/,
    );
  });

  it('are not built where lazy parts load each other in a circle', async () => {
    await expect(bundle(fixture('circle/core'))).rejects.toThrow('load each other in a circle: ');
  });
});

describe('a lazy part', () => {
  it('shares its classes with the script and with other parts', async () => {
    const host = await open();
    const seen = await host.evaluate(`Promise.all([fixture.square(), fixture.circle()]).then(
      ([{ Square }, { Circle, Corners }]) => [new Square(), new Circle()].map((it) =>
        [it.name, it.corners.text, fixture.isShape(it), it.corners instanceof Corners]))`);
    expect(seen).toEqual([
      ['the shape of a square', 'has 4 corners', true, true],
      ['the shape of a circle', 'has 0 corners', true, true],
    ]);
    expect(host.complaints).toEqual([]);
  });

  it('sees what changes in the script', async () => {
    const host = await open();
    const counts = `fixture.square().then(({ Square, countShapes }) => {
      const before = countShapes();
      new Square();
      return [before, countShapes(), fixture.shapes()];
    })`;
    expect(await host.evaluate(counts)).toEqual([0, 1, 1]);
  });

  it('is loaded when asked for, once, and with what it needs', async () => {
    const host = await open();
    expect(host.asked).toEqual(['/widgets/v1/wee5.js']);
    await host.evaluate(`Promise.all([${makeSquare}, ${makeSquare}]).then(() => ${makeSquare})`);
    const [needed] = part('square').needs;
    expect(host.asked.toSorted()).toEqual(
      ['wee5.js', needed, part('square').name].map((name) => `/widgets/v1/${name}`).toSorted(),
    );
  });

  it('loads another one', async () => {
    const host = await open();
    const draw = `fixture.drawing().then(({ draw }) => draw()).then((all) => all.map(fixture.isShape))`;
    expect(await host.evaluate(draw)).toEqual([true, true]);
  });

  it('is asked for again after it failed', async () => {
    const host = await open();
    host.instead.set(part('square').name, 503);
    expect(await host.evaluate(trySquare)).toBe('refused');
    expect(await host.evaluate(trySquare)).toBe('refused');
    host.instead.clear();
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
  });

  it('is refused where its bytes are not those it was built with, and taken when they are again', async () => {
    const host = await open();
    const { name, code } = part('square');
    host.instead.set(name, `globalThis.tampered = true; ${code}`);
    expect(await host.evaluate(trySquare)).toBe('refused');
    expect(await host.evaluate(trySquare)).toBe('refused');
    host.instead.clear();
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
    expect(await host.evaluate('globalThis.tampered')).toBeUndefined();
  });

  it('is refused where what it needs was tampered with', async () => {
    const host = await open();
    const [needed] = part('square').needs;
    host.instead.set(needed!, `globalThis.tampered = true;`);
    expect(await host.evaluate(trySquare)).toBe('refused');
    expect(await host.evaluate('globalThis.tampered')).toBeUndefined();
  });

  it.each([
    ["default-src 'none'; script-src HOST; require-trusted-types-for 'script'; trusted-types lit-html", ''],
    ["default-src 'none'; script-src 'nonce-abc'; require-trusted-types-for 'script'", 'nonce="abc"'],
    ["default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'", 'nonce="abc"'],
  ])('loads under the policy %s', async (policy, attributes) => {
    const tags = `<script ${attributes} async src="HOST/widgets/v1/wee5.js"></script>`;
    const host = await open({ policy, tags });
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
    expect(host.complaints).toEqual([]);
  });

  it('is refused where a policy keeps it out, and nothing waits for it', async () => {
    const host = await open({ policy: "default-src 'none'; script-src HOST/widgets/v1/wee5.js" });
    expect(await host.evaluate(trySquare)).toBe('refused');
  });

  it('loads from beside the script in a page with another base, and at the address that never changes', async () => {
    const tags = `<script async src="HOST/widgets/v1/HASHED"></script>`;
    const host = await open({ head: '<base href="https://elsewhere.example/deep/">', tags });
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
    expect(host.asked).toContain(`/widgets/v1/${part('square').name}`);
    expect(host.asked).toContain(`/widgets/v1/${script.name}`);
  });

  it('loads where the script is there with its hash', async () => {
    const hash = Buffer.from(script.name.split('.')[1]!, 'base64url').toString('base64');
    const tags = `<script async src="HOST/widgets/v1/wee5.js" integrity="sha256-${hash}" crossorigin></script>`;
    const host = await open({ tags });
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
  });

  it('loads where the script is there twice', async () => {
    const tags = `<script async src="HOST/widgets/v1/wee5.js"></script>`.repeat(2);
    const host = await open({ tags });
    expect(await host.evaluate(makeSquare)).toBe('the shape of a square');
    expect(host.complaints).toEqual([]);
  });

  it('leaves nothing behind in the page but what the script gives', async () => {
    const host = await open();
    await host.evaluate(makeSquare);
    expect(await host.evaluate(`document.querySelectorAll('link').length`)).toBe(0);
    const names = await host.evaluate(`(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const own = Object.getOwnPropertyNames(frame.contentWindow);
      return Object.getOwnPropertyNames(window).filter((name) => !own.includes(name));
    })()`);
    // The browser's driver leaves its own.
    expect((names as string[]).filter((name) => !/^\d+$|ariaQuery/.test(name))).toEqual(['fixture']);
  });
});
