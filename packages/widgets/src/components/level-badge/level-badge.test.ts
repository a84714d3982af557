import { createClient, HttpError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  prefer,
  settle,
  until,
  urlOf,
} from '../../../testing/fixture.ts';
import { card, community } from '../../../testing/samples.ts';

const picture = `${location.origin}/packages/widgets/gallery/portrait.svg`;

async function shown(changes = {}, properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card(changes));
  return mount('wee5-level-badge', properties, client);
}

/** The badge in the middle of a line of text, as pages have it. */
function inLine(element: HTMLElement, fontSize = '16px') {
  const line = document.createElement('p');
  line.style.cssText = `margin: 0; font-size: ${fontSize}; line-height: 1.5`;
  element.replaceWith(line);
  line.append('Ada ', element, ' said hello.');
  return line;
}

describe('<wee5-level-badge>', () => {
  cleanUp();

  it('is clean while loading, with a number, with a picture, and without a member', async () => {
    const { element, client } = await mount('wee5-level-badge');
    await assertAccessible(element);
    client.say('rankCard', card({ levelName: 'Trailblazer' }));
    await settle(element);
    await assertAccessible(element);
    client.say('rankCard', card({ badgeUrl: picture }));
    await settle(element);
    await assertAccessible(element);
    element.client = new FakeClient();
    (element.client as FakeClient).fail('rankCard', new HttpError(404, { code: 'unknown-member' }));
    await settle(element);
    await assertAccessible(element);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`has enough contrast in ${theme} colours`, async () => {
      document.body.style.background = theme === 'dark' ? '#000' : '#fff';
      const { element } = await shown({}, { theme });
      await assertAccessible(element);
    });
  }

  it('shows the level, and names it whole', async () => {
    const { element } = await shown({ levelName: 'Trailblazer' });
    const badge = part(element, 'badge');
    assert.equal(badge.textContent, '10');
    assert.equal(badge.getAttribute('aria-label'), 'Level 10, Trailblazer');
    assert.equal(badge.title, 'Level 10, Trailblazer');
  });

  it('names a level without a name by its number', async () => {
    const { element } = await shown();
    assert.equal(part(element, 'badge').title, 'Level 10');
  });

  it('follows the member to the next level', async () => {
    const { element, client } = await shown({ xp: 5700 });
    client.say('rankCard', card({ xp: 5800 }));
    await settle(element);
    assert.equal(part(element, 'badge').textContent, '11');
  });

  it('shows the member named by `user`, and the holder of the token without it', async () => {
    const { element, client } = await mount('wee5-level-badge');
    assert.deepInclude(client.watched, { kind: 'rankCard', userId: 'me' });
    element.user = 'user_ada';
    await settle(element);
    assert.deepInclude(client.watched, { kind: 'rankCard', userId: 'user_ada' });
  });

  it('shows the level’s picture instead of the number, and the number for a broken one', async () => {
    const { element, client } = await shown({ badgeUrl: picture });
    assert.equal((part(element, 'image') as HTMLImageElement).src, picture);
    assert.equal(part(element, 'badge').getAttribute('aria-label'), 'Level 10');
    client.say('rankCard', card({ badgeUrl: `${location.origin}/no-such-badge.png` }));
    await until('the number', () => part(element, 'badge').textContent === '10');
  });

  it('never loads a picture that may not be loaded', async () => {
    const { element } = await shown({ badgeUrl: 'javascript:alert(1)' });
    assert.isNull(element.shadowRoot!.querySelector('img'));
  });

  it('is not there for a member who is not known', async () => {
    const { element, client } = await mount('wee5-level-badge');
    client.fail('rankCard', new HttpError(404, { code: 'unknown-member' }));
    await settle(element);
    assert.equal(element.offsetWidth, 0);
    assert.equal(element.shadowRoot!.querySelector('.root')!.getAttribute('aria-hidden'), 'true');
  });

  it('keeps its place while loading', async () => {
    const { element, client } = await mount('wee5-level-badge');
    const line = inLine(element);
    await settle(element);
    const before = [element.offsetWidth, line.offsetHeight];
    assert.isAbove(before[0]!, 10);
    client.say('rankCard', card({ xp: 800 }));
    await settle(element);
    assert.deepEqual([element.offsetWidth, line.offsetHeight], before);
  });

  for (const size of [12, 16, 28]) {
    it(`grows with text of ${size} px and makes its line no higher`, async () => {
      for (const changes of [{}, { badgeUrl: picture }]) {
        const { element } = await shown(changes);
        const line = inLine(element, `${size}px`);
        await settle(element);
        const height = part(element, 'badge').offsetHeight;
        assert.isAtLeast(height, size * 1.2);
        assert.isAtMost(height, size * 1.5);
        assert.equal(line.offsetHeight, size * 1.5);
      }
    });
  }

  it('is no card: nothing of the page’s own styles comes in, and it stays in forced colours', async () => {
    const style = document.createElement('style');
    style.textContent = 'wee5-level-badge { letter-spacing: 9px; text-transform: uppercase }';
    document.body.append(style);
    const { element } = await shown();
    assert.equal(getComputedStyle(part(element, 'badge')).letterSpacing, 'normal');
    await prefer({ 'forced-colors': 'active' });
    assert.notEqual(getComputedStyle(part(element, 'badge')).borderTopStyle, 'none');
    assert.equal(getComputedStyle(element).display, 'inline-block');
  });

  it('speaks the language of the page', async () => {
    const { element } = await shown({ levelName: 'Entdecker' }, { lang: 'de' });
    await until('German', () => element.shadowRoot!.querySelector('[lang=de]'));
    assert.equal(part(element, 'badge').title, 'Level 10, Entdecker');
  });

  it('opens one connection for fifty badges, and asks once for each member and for the community', async () => {
    const asked: string[] = [];
    const client = createClient({
      apiUrl: 'https://api.example.com',
      communityId: 'biz_demo',
      fetch: (input) => {
        const { pathname } = new URL(urlOf(input));
        asked.push(pathname);
        if (pathname.endsWith('/live')) return new Promise(() => {});
        const userId = /members\/(.*)/.exec(pathname)?.[1];
        return Promise.resolve(Response.json(userId ? card({ userId }) : community()));
      },
    });
    const badges = Array.from({ length: 50 }, (_, index) =>
      Object.assign(document.createElement('wee5-level-badge'), { client, user: `user_${index % 5}` }),
    );
    document.body.append(...badges);
    await until('every badge shows a level', () =>
      badges.every((badge) => badge.shadowRoot?.querySelector('[role=img]')),
    );
    const live = () => asked.filter((path) => path.endsWith('/live'));
    await until('a connection', () => live().length);
    assert.equal(live().length, 1);
    assert.equal(asked.length, 1 + 1 + 5);
  });
});
