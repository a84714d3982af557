import type { RewardState, Rewards } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  parts,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { card, community, reward, rewards, xpAt } from '../../../testing/samples.ts';

async function shown(options: { list?: Rewards; xp?: number } & Record<string, unknown> = {}) {
  const { list = rewards(), xp, ...properties } = options;
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rewards', list);
  if (xp !== undefined) client.say('rankCard', card({ xp }));
  return mount('wee5-reward-list', properties, client);
}

function states(element: Element): string[] {
  return parts(element, 'state').map(seen);
}

describe('<wee5-reward-list> of many, with pictures', () => {
  cleanUp();

  it('shows of many only where a member is, until all are asked for', async () => {
    const list = Array.from({ length: 30 }, (_, n) => reward(n * 2 + 1));
    const { element } = await shown({ list: rewards(list), xp: 12_000, user: 'user_maya' });
    assert.deepEqual(states(element), [
      'Unlocked',
      'Unlocked',
      'Level 17',
      'Level 19',
      'Level 21',
      'Level 23',
    ]);
    assert.include(text(element), '8 of 30 unlocked');
    const more = part(element, 'button');
    assert.equal(seen(more), 'Show all 30');
    assert.equal(more.getAttribute('aria-expanded'), 'false');
    await assertAccessible(element);
    more.focus();
    more.click();
    await settle(element);
    assert.equal(states(element).length, 30);
    assert.equal(element.shadowRoot!.activeElement, more);
    assert.equal(seen(more), 'Show fewer');
    more.click();
    await settle(element);
    assert.equal(states(element).length, 6);
  });

  it('shows the ends of a long list, and all that waits to be claimed', async () => {
    const list = Array.from({ length: 12 }, (_, n) => reward(n + 1));
    const levels = (element: Element) => parts(element, 'name').map(seen);
    const { element: open } = await shown({ list: rewards(list) });
    assert.equal(levels(open)[0], 'Level 1 role');
    assert.equal(levels(open).length, 6);
    const { element: done } = await shown({ list: rewards(list), xp: xpAt(50), user: 'user_maya' });
    assert.equal(levels(done).at(-1), 'Level 12 role');
    assert.equal(levels(done).length, 6);
    const own = list.map((it, n) => ({
      ...it,
      type: 'custom' as const,
      state: (n < 10 ? 'claimed' : 'locked') as RewardState,
    }));
    const { element, client } = await shown({
      list: rewards(own.with(0, { ...own[0]!, state: 'unlocked' })),
      user: 'me',
    });
    assert.equal(levels(element)[0], 'Level 1 role');
    client.say('rewards', rewards(own, 2));
    await settle(element);
    assert.equal(levels(element)[0], 'Level 1 role', 'it stays once it is claimed');
  });

  it('shows a badge’s emoji on its colour, and a type’s icon for what is neither', async () => {
    const metadata = { icon: '🔥', color: '#ff8800' };
    const bad = { icon: 7, color: 'red; background: url(https://example.com)' };
    const list = [
      reward(1, { type: 'badge', metadata }),
      reward(2, { type: 'badge', metadata: bad }),
      reward(3, { metadata }),
    ];
    const { element } = await shown({ list: rewards(list) });
    const images = parts(element, 'image');
    assert.deepEqual(images.map(seen), ['🔥', '', '']);
    assert.deepEqual(
      images.map((image) => image.querySelector('rect[fill]')?.getAttribute('fill')),
      ['#ff8800', undefined, undefined],
    );
    assert.equal(images.filter((image) => image.querySelector('.icon')).length, 2);
  });

  it('shows a picture once it is there, never one that may not be loaded, and the icon where it is broken', async () => {
    const good = new URL('../../../gallery/portrait.svg', import.meta.url).href;
    const broken = new URL('./there-is-none.png', import.meta.url).href;
    const list = [good, broken, 'javascript:alert(1)', 'http://example.com/a.png'].map((imageUrl, n) =>
      reward(n, { imageUrl }),
    );
    const { element } = await shown({ list: rewards(list) });
    const pictures = () => parts(element, 'image').map((image) => image.querySelector('img'));
    assert.deepEqual(
      pictures().map((picture) => picture?.src),
      [good, broken, undefined, undefined],
    );
    await until('the good one is there', () => pictures()[0]!.checkVisibility());
    element.requestUpdate();
    await until('the broken one is given up', () => {
      element.requestUpdate();
      return !pictures()[1];
    });
    assert.isTrue(parts(element, 'image')[1]!.querySelector('.icon')!.checkVisibility());
    assert.isTrue(pictures()[0]!.checkVisibility());
  });

  it('shows eight whole', async () => {
    const list = Array.from({ length: 8 }, (_, n) => reward(n + 1));
    const { element } = await shown({ list: rewards(list) });
    assert.equal(states(element).length, 8);
    assert.equal(parts(element, 'button').length, 0);
  });
});
