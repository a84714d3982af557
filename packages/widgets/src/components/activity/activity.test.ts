import { HttpError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { newest, shown } from '../../../testing/activity.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  parts,
  prefer,
  seen,
  text,
  until,
} from '../../../testing/fixture.ts';
import { activityEntry, activityPage, allActivity, card, difficultNames } from '../../../testing/samples.ts';
import { FakeClient } from '../../../testing/fake-client.ts';

describe('<wee5-activity>', () => {
  cleanUp();

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      it(`is clean in every state in ${theme} colours`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        const { element: loading } = await mount('wee5-activity', { theme });
        await assertAccessible(loading);
        for (const [entries, nextCursor] of [
          [allActivity(), undefined],
          [newest(3), 'cursor'],
          [[], undefined],
        ] as const) {
          const { element } = await shown([...entries], { theme, ...(nextCursor && { nextCursor }) });
          await assertAccessible(element);
        }
      });
    }

    it('reads as lists, each named by its day', async () => {
      const { element } = await shown(allActivity());
      const lists = [...element.shadowRoot!.querySelectorAll('ul')];
      const names = lists.map((list) =>
        seen(element.shadowRoot!.getElementById(list.getAttribute('aria-labelledby')!)!),
      );
      assert.equal(new Set(names).size, names.length);
      assert.include(names, 'Yesterday');
      assert.equal(lists.flatMap((list) => [...list.children]).length, allActivity().length);
      assert.isTrue(lists.every((list) => list.getAttribute('role') === 'list'));
    });

    it('says the unit to who cannot see the column', async () => {
      const { element } = await shown(newest(1));
      assert.equal(part(element, 'xp').textContent.replaceAll(/\s+/g, ' ').trim(), '+15 XP');
    });
  });

  it('shows what each entry was, why, when and what it was worth', async () => {
    const { element } = await shown(allActivity());
    const [first, second] = parts(element, 'entry').map(seen);
    assert.match(first!, /^Chat message 12 × 1\.5 weekend 2 minutes ago \+18/);
    assert.match(second!, /^Chat message No XP: you can earn again after 1 min 3 minutes ago 0/);
    const time = part(element, 'time') as HTMLTimeElement;
    assert.closeTo(Date.parse(time.dateTime), Date.now() - 120_000, 10_000);
    assert.match(time.title, /\d{4}/);
    assert.include(text(element), '5,210 XP in all');
  });

  it('tells the sum of each whole day alone', async () => {
    const entries = [newest(2), newest(2, 3_000)].flat();
    const { element } = await shown(entries, { nextCursor: 'cursor' });
    assert.deepEqual(
      parts(element, 'day').map((day) => seen(day).includes('+30 XP')),
      [true, false],
    );
  });

  it('asks for as many entries as the page wants, within what the API gives', async () => {
    for (const [limit, asked] of [
      [undefined, 10],
      [3, 3],
      [500, 100],
      [0, 10],
    ] as const) {
      const { client } = await shown(newest(1), { limit });
      assert.deepEqual(client.activity.asked, [{ limit: asked }]);
    }
  });

  it('says what to do when nobody is signed in, and when there is nothing yet', async () => {
    const client = new FakeClient();
    client.activity.answer(new HttpError(401, { code: 'unauthenticated' }));
    const { element } = await mount('wee5-activity', {}, client);
    await until('it says so', () => text(element).includes('You are not signed in Sign in to see this.'));
    await assertAccessible(element);
    const { element: empty } = await shown([]);
    assert.include(text(empty), 'Nothing here yet Say hello in chat: what you earn shows up here.');
  });

  it('shows whatever a creator writes as the text it is', async () => {
    const bad = '<img src=x onerror="globalThis.hacked = true">';
    const { element } = await shown([
      activityEntry(1, { type: 'adjustment', receipt: { reason: bad } }),
      activityEntry(2, { summary: bad, receipt: {} as never }),
    ]);
    assert.deepEqual(
      parts(element, 'why').map((it) => it.textContent.trim()),
      [bad, bad],
    );
    assert.equal(element.shadowRoot!.querySelector('img'), null);
    assert.isFalse('hacked' in globalThis);
  });

  it('speaks the language of the page', async () => {
    const { element } = await shown(allActivity(), { lang: 'de' });
    await until('it speaks German', () => text(element).includes('Aktivität'));
    const [first, second] = parts(element, 'entry').map(seen);
    assert.match(first!, /^Chatnachricht 12 × 1,5 weekend vor 2 Minuten \+18/);
    assert.match(second!, /^Chatnachricht Keine XP: du kannst nach 1 Min\. wieder sammeln vor 3 Minuten 0/);
    assert.include(text(element), 'Gestern');
  });

  for (const [width, dir] of [
    [240, 'ltr'],
    [240, 'rtl'],
    [480, 'rtl'],
    [900, 'rtl'],
    [900, 'ltr'],
  ] as const) {
    it(`lets nothing leave the card at ${width} px, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const entries = difficultNames.map((reason, index) =>
        activityEntry(index, {
          type: 'adjustment',
          xp: (-1) ** index * 12_345_678,
          receipt: { reason: reason.repeat(3) },
        }),
      );
      const { element } = await shown([...entries, ...allActivity()], { width, nextCursor: 'older' });
      const { left, right } = element.getBoundingClientRect();
      const names = ['name', 'why', 'time', 'xp', 'button', 'day'];
      for (const each of names.flatMap((name) => parts(element, name))) {
        const { left: from, right: to } = each.getBoundingClientRect();
        assert.isAtMost(to, right - (each.matches('.day') ? 0 : 15), each.outerHTML);
        assert.isAtLeast(from, left + (each.matches('.day') ? 0 : 15), each.outerHTML);
      }
    });
  }

  it('puts the first entries where their skeleton stood, without a move', async () => {
    const client = new FakeClient();
    client.say('rankCard', card());
    const { element } = await mount('wee5-activity', {}, client);
    assert.isNotEmpty(parts(element, 'entry'));
    client.activity.answer(activityPage(newest(2)));
    await until('it is there', () => part(element, 'card').getAttribute('aria-busy') === 'false');
    assert.deepEqual(
      parts(element, 'entry').flatMap((row) => row.getAnimations()),
      [],
    );
  });

  it('moves nothing where less motion is preferred', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const { element, client } = await shown(newest(3));
    client.say('rankCard', card({ version: 2 }));
    client.activity.answer(activityPage([activityEntry(99), ...newest(3)]));
    await until('it is there', () => parts(element, 'entry').length === 4);
    assert.deepEqual(element.shadowRoot!.getAnimations(), []);
  });

  it('lets a page style each part', async () => {
    const { element } = await shown(newest(2), { nextCursor: 'older' });
    const names = [
      'card',
      'body',
      'title',
      'day',
      'entry',
      'source',
      'name',
      'time',
      'xp',
      'button',
      'footer',
    ];
    for (const name of names) {
      const style = document.createElement('style');
      style.textContent = `wee5-activity::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`;
      document.body.append(style);
      assert.equal(getComputedStyle(part(element, name)).outlineColor, 'rgb(1, 2, 3)', name);
    }
  });
});
