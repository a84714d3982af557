import { assert } from '@esm-bundle/chai';
import { nextFrame } from '../../testing/fixture.ts';
import { watchTags } from './watch-tags.ts';

/** Tags of its own for each test, since a page's definitions and observers stay. */
let tests = 0;

function watch(answer: () => Promise<unknown> = () => Promise.resolve()) {
  tests += 1;
  const tags = [`x-lazy${tests}-a`, `x-lazy${tests}-b`] as const;
  const loaded: string[] = [];
  const load = (tag: string) => {
    loaded.push(tag);
    return answer();
  };
  const start = () => watchTags(tags, load);
  return { tags, loaded, start };
}

function add(markup: string, to: Element | ShadowRoot = document.body): void {
  const frame = document.createElement('div');
  frame.innerHTML = markup;
  to.append(frame);
}

describe('a tag that few pages have', () => {
  afterEach(() => document.body.replaceChildren());

  it('is loaded where it is in the page already, once, and no other', () => {
    const { tags, loaded, start } = watch();
    add(`<p><${tags[0]}></${tags[0]}></p><${tags[0]}></${tags[0]}>`);
    start();
    assert.deepEqual(loaded, [tags[0]]);
  });

  it('is loaded when it comes, by itself or deep inside of something', async () => {
    const { tags, loaded, start } = watch();
    start();
    document.body.append('words', document.createElement(tags[0]));
    await nextFrame();
    assert.deepEqual(loaded, [tags[0]]);
    add(`<p><b><${tags[1]}></${tags[1]}></b></p><${tags[0]}></${tags[0]}>`);
    await nextFrame();
    assert.deepEqual(loaded, [tags[0], tags[1]]);
  });

  it('is tried again with the next one after it could not be loaded', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve()];
    const { tags, loaded, start } = watch(() => answers.shift()!);
    add(`<${tags[0]}></${tags[0]}>`);
    start();
    await nextFrame();
    for (const _ of [1, 2]) {
      add(`<${tags[0]}></${tags[0]}>`);
      await nextFrame();
    }
    assert.deepEqual(loaded, [tags[0], tags[0]]);
  });

  it('is loaded from a shadow root where the page asks for it', async () => {
    const { tags, loaded, start } = watch();
    const define = start();
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'closed' });
    add(`<${tags[1]}></${tags[1]}>`, root);
    await nextFrame();
    assert.deepEqual(loaded, []);
    define(root);
    assert.deepEqual(loaded, [tags[1]]);
  });
});
