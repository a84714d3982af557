import { assert } from '@esm-bundle/chai';
import { scenes } from '../../gallery/scenes/index.ts';
import { assertFits } from '../../testing/assert-fits.ts';
import { FakeClient } from '../../testing/fake-client.ts';
import { cleanUp, mount, pause } from '../../testing/fixture.ts';
import { useFonts } from '../../testing/use-fonts.ts';
import { languages } from './languages.ts';

const settled = 1_000;
const patience = 1_500;

/** A level badge without data shows nothing; difficult names are tried with the widgets, they are no words of ours. */
const left = /^level-badge: (unknown|loading)$|: .*difficult name/;

type Tag = Parameters<typeof mount>[0];

/** Every widget in every state of the gallery, as narrow as one may be. */
async function mountAll(lang: string) {
  const all = Object.entries(scenes).flatMap(([widget, states]) =>
    Object.entries(states).map(async ([state, scene]) => {
      const client = new FakeClient();
      const { element } = await mount(`wee5-${widget}` as Tag, { lang, width: 240 }, client);
      scene(client, element as Parameters<typeof scene>[1]);
      return { name: `${widget}: ${state}`, element };
    }),
  );
  return (await Promise.all(all)).filter(({ name }) => !left.test(name));
}

function misfitOf({ name, element }: { name: string; element: Element }): string | undefined {
  try {
    assertFits(element);
    return undefined;
  } catch (error) {
    return `${name}: ${(error as Error).message}`;
  }
}

/** What does not fit once everything that a scene lets happen has happened, and nothing moves any more. */
async function misfits(lang: string): Promise<(string | undefined)[]> {
  const shown = await mountAll(lang);
  await pause(settled);
  await document.fonts.ready;
  const end = performance.now() + patience;
  for (;;) {
    const found = shown.map(misfitOf).filter(Boolean);
    if (!found.length || performance.now() > end) return found;
    await pause(200);
  }
}

describe('the widgets at 240 px', () => {
  before(useFonts);
  cleanUp();

  for (const lang of ['en', ...Object.keys(languages)]) {
    it(`show all their words or have them in a title: ${lang}`, async () => {
      await languages[lang]?.();
      assert.deepEqual(await misfits(lang), []);
    });
  }

  it('are measured in real letters', async () => {
    await mountAll('ko');
    await document.fonts.ready;
    const loaded = [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family);
    assert.includeMembers(loaded, ['Inter Variable', 'Noto Sans KR Variable']);
  });
});
