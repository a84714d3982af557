import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../testing/fake-client.ts';
import { cleanUp, mount, nextFrame, part, pause, settle, text, urlOf } from '../../testing/fixture.ts';
import { board, card, community } from '../../testing/samples.ts';
import { configure } from '../config.ts';

describe('a widget and its feed', () => {
  cleanUp();

  it('stops watching when it leaves the page', async () => {
    const { element, client } = await mount('wee5-leaderboard');
    assert.equal(client.watched.length, 2);
    element.remove();
    await nextFrame();
    assert.deepEqual(client.watched, []);
  });

  it('leaves no timer behind that renders it again', async () => {
    const nextEligibleAt = { chat: '2999-01-01T00:00:00Z', reply: null, reaction: null };
    const client = new FakeClient();
    client.say('rankCard', card({ xp: 5_700, rank: 5, nextEligibleAt }));
    client.become('live');
    const { element } = await mount('wee5-rank-card', {}, client);
    client.say('rankCard', card({ xp: 5_800, rank: 4, nextEligibleAt }));
    await settle(element);
    element.remove();
    await nextFrame();
    let rendered = 0;
    element.requestUpdate = () => void rendered++;
    await pause(6_500);
    assert.equal(rendered, 0);
  });

  it('keeps its watch and its data while it is moved', async () => {
    const { element, client } = await mount('wee5-rank-card');
    client.say('rankCard', card());
    await settle(element);
    const { begun } = client;
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await settle(element);
    assert.equal(client.begun, begun);
    assert.equal(client.watched.length, 3);
    assert.include(text(element), '5,210 / 5,775 XP');
  });

  it('shows what it knew when it comes back, and is told the newest', async () => {
    const { element, client } = await mount('wee5-rank-card');
    client.say('rankCard', card());
    await settle(element);
    element.remove();
    await nextFrame();
    client.say('rankCard', card({ xp: 5_211 }));
    document.body.append(element);
    await settle(element);
    assert.equal(client.watched.length, 3);
    assert.equal(part(element, 'xp').querySelector('[title]')!.getAttribute('title'), '5,211 XP');
  });

  it('watches only what its properties name, whichever way they change', async () => {
    const { element, client } = await mount('wee5-leaderboard');
    for (const limit of [5, 20, 7]) {
      element.limit = limit;
      await settle(element);
    }
    assert.deepEqual(
      client.watched.filter(({ kind }) => kind === 'leaderboard'),
      [{ kind: 'leaderboard', limit: 7 }],
    );
  });

  it('shows two communities side by side', async () => {
    const [one, other] = [new FakeClient('biz_one'), new FakeClient('biz_other')];
    one.say('leaderboard', board({ total: 11 }));
    other.say('leaderboard', board({ total: 22 }));
    const { element: first } = await mount('wee5-leaderboard', {}, one);
    const { element: second } = await mount('wee5-leaderboard', {}, other);
    assert.include(text(first), '11 members');
    assert.include(text(second), '22 members');
  });

  it('takes the community’s accent, unless the page sets one; and nothing that is no colour', async () => {
    const { element, client } = await mount('wee5-rank-card', { theme: 'light' });
    client.say('rankCard', card());
    const ring = () => getComputedStyle(element.shadowRoot!.querySelector('.done')!).stroke;
    const usual = ring();
    for (const accent of [
      'no colour',
      'inherit',
      'red; background: url(https://example.com)',
      7,
      { toString: 1 },
    ]) {
      client.say('community', community({ theme: { accent } }));
      await settle(element);
      assert.equal(ring(), usual, JSON.stringify(accent));
    }
    client.say('community', community({ theme: { accent: '#0a7a3d' } }));
    await settle(element);
    const green = ring();
    assert.notEqual(green, usual);
    element.style.setProperty('--wee5-accent', 'rebeccapurple');
    assert.notEqual(ring(), green);
  });

  it('follows the page’s defaults, and its own attributes before them', async () => {
    const { element } = await mount('wee5-rank-card', { client: undefined });
    assert.include(text(element), 'No community chosen');
    configure({ community: 'biz_page', api: 'http://[broken' });
    await settle(element);
    assert.include(text(element), 'The API address is not usable');
    configure({ api: 'https://one.example' });
    element.api = 'https://two.example';
    // The client must not go out to the network here.
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(urlOf(input));
      return new Promise(() => {});
    };
    await settle(element);
    element.remove();
    await nextFrame();
    globalThis.fetch = fetch;
    configure({ community: undefined, api: undefined });
    assert.isNotEmpty(asked);
    for (const url of asked) assert.match(url, /^https:\/\/two\.example\/api\/v1\/communities\/biz_page/);
  });
});
