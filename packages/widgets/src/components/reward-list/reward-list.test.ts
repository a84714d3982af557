import { HttpError, type Rewards } from '@wee5/client';
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
import { card, community, difficultNames, reward, rewards, xpAt } from '../../../testing/samples.ts';
import { configure } from '../../config.ts';
import type { RewardUnlockedEvent } from '../../events/reward-unlocked.ts';

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

describe('<wee5-reward-list>', () => {
  cleanUp();

  describe('accessibility', () => {
    it('is clean in every state', async () => {
      const { element, client } = await mount('wee5-reward-list', { user: 'me' });
      await assertAccessible(element);
      client.say('rewards', rewards([]));
      await settle(element);
      await assertAccessible(element);
      client.say('rewards', rewards());
      client.say('community', community());
      client.say('rankCard', card());
      await settle(element);
      await assertAccessible(element);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`has enough contrast in ${theme} colours`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        const { element } = await shown({ xp: 5_000, user: 'me', theme });
        await assertAccessible(element);
      });
    }

    it('names the way to the next reward', async () => {
      const { element } = await shown({ xp: 5_000, user: 'me' });
      const bar = part(element, 'bar');
      assert.equal(bar.getAttribute('aria-label'), 'Progress to Strategy call');
      assert.equal(bar.getAttribute('aria-valuetext'), `${(xpAt(12) - 5_000).toLocaleString('en')} XP to go`);
    });
  });

  describe('properties', () => {
    it('asks for nobody’s progress unless there is a `user` or the page has a token', async () => {
      const { element, client } = await shown();
      const cards = () => client.watched.filter(({ kind }) => kind === 'rankCard');
      assert.deepEqual(cards(), []);
      configure({ getToken: () => Promise.resolve('token') });
      await settle(element);
      assert.deepEqual(cards(), [{ kind: 'rankCard', userId: 'me' }]);
      configure({ getToken: undefined });
      element.user = 'user_ada';
      await settle(element);
      assert.deepEqual(cards(), [{ kind: 'rankCard', userId: 'user_ada' }]);
    });
  });

  describe('slots', () => {
    it('takes the page’s own title', async () => {
      const { element } = await shown();
      element.innerHTML = '<span slot="title">What you get</span>';
      const slot = element.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=title]')!;
      assert.equal(slot.assignedElements()[0]!.textContent, 'What you get');
    });
  });

  describe('CSS parts', () => {
    it('lets a page style each of them', async () => {
      const { element } = await shown({ xp: 5_000, user: 'me' });
      const names = [
        'card',
        'body',
        'title',
        'reward',
        'image',
        'name',
        'description',
        'bar',
        'state',
        'footer',
        'status',
      ];
      for (const name of names) {
        const style = document.createElement('style');
        style.textContent = `wee5-reward-list::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`;
        document.body.append(style);
        assert.equal(getComputedStyle(part(element, name)).outlineColor, 'rgb(1, 2, 3)', name);
      }
    });
  });

  describe('events', () => {
    it('tells once when a level unlocks a reward', async () => {
      const { element, client } = await shown({ xp: xpAt(12) - 10, user: 'me' });
      const heard: RewardUnlockedEvent[] = [];
      element.addEventListener('wee5-reward-unlocked', (event) => heard.push(event));
      for (const xp of [5, 20]) {
        client.say('rankCard', card({ xp: xpAt(12) + xp }));
        await settle(element);
      }
      client.say('rewards', rewards());
      await settle(element);
      assert.deepEqual(
        heard.map(({ name }) => name),
        ['Strategy call'],
      );
      assert.equal(states(element)[2], 'Just unlocked');
      assert.include(
        element.shadowRoot!.querySelector('[role=status]')!.textContent,
        'You unlocked Strategy call',
      );
      await until('it is one of many', () => states(element)[2] === 'Unlocked', 7_000);
    });

    it('tells when the API says that a reward became the reader’s', async () => {
      const before = [reward(3, { state: 'unlocked' }), reward(8, { state: 'locked' })];
      const { element, client } = await shown({ list: rewards(before), user: 'me' });
      const heard: RewardUnlockedEvent[] = [];
      element.addEventListener('wee5-reward-unlocked', (event) => heard.push(event));
      client.say('rewards', rewards([before[0]!, { ...before[1]!, state: 'unlocked' }], 2));
      await settle(element);
      assert.equal(heard.length, 1);
      assert.equal(heard[0]!.rewardId, before[1]!.rewardId);
    });

    it('tells nothing about what was unlocked before, in whatever order it is loaded', async () => {
      const { element, client } = await mount('wee5-reward-list', { user: 'me' });
      const heard: Event[] = [];
      element.addEventListener('wee5-reward-unlocked', (event) => heard.push(event));
      client.say('rewards', rewards());
      client.say('rankCard', card({ xp: 9_000 }));
      client.say('community', community());
      await settle(element);
      assert.deepEqual(heard, []);
      assert.include(text(element), '3 of 5 unlocked');
    });
  });

  describe('states', () => {
    it('keeps its height from loading to three rewards and to an empty list', async () => {
      for (const width of [240, 480, 900]) {
        const { element, client } = await mount('wee5-reward-list', { width });
        const height = element.offsetHeight;
        client.say(
          'rewards',
          rewards([3, 8, 12].map((level) => reward(level, { description: 'What you get' }))),
        );
        client.become('live');
        await settle(element);
        assert.equal(element.offsetHeight, height, `${width} px`);
        client.say('rewards', rewards([]));
        await settle(element);
        assert.equal(element.offsetHeight, height, `${width} px, empty`);
      }
    });

    it('lets no text leave the card at 240 px', async () => {
      const list = rewards(
        difficultNames.map((name, index) => reward(index * 9, { name, description: name })),
      );
      const { element } = await shown({ list, xp: 5_000, user: 'me', width: 240 });
      const { right } = element.getBoundingClientRect();
      for (const name of ['name', 'description', 'state', 'bar']) {
        for (const it of parts(element, name))
          assert.isAtMost(it.getBoundingClientRect().right, right - 12, name);
      }
    });

    it('shows what each level gives to whoever is not known', async () => {
      const { element } = await shown();
      assert.deepEqual(states(element), ['Level 3', 'Level 8', 'Level 12', 'Level 20', 'Level 35']);
      assert.include(text(element), '5 rewards');
      assert.equal(parts(element, 'bar').length, 0);
    });

    it('shows how far a member is from the next reward', async () => {
      const { element } = await shown({ xp: 5_000, user: 'user_maya' });
      assert.deepEqual(states(element), ['Unlocked', 'Unlocked', 'Level 12', 'Level 20', 'Level 35']);
      assert.equal(parts(element, 'bar').length, 1);
      const done = Math.round(((5_000 - xpAt(8)) / (xpAt(12) - xpAt(8))) * 100);
      assert.equal(part(element, 'bar').getAttribute('aria-valuenow'), String(done));
      assert.include(text(element), '2 of 5 unlocked');
    });

    it('says in what state a reward is for the reader', async () => {
      const given = [
        'unlocked',
        'claimed',
        'fulfilling',
        'fulfilled',
        'failed',
        'expired',
        'revoked',
        'locked',
      ] as const;
      const list = rewards(given.map((state, index) => reward(index + 1, { state })));
      const { element } = await shown({ list, user: 'me' });
      assert.deepEqual(states(element), [
        'Unlocked',
        'Claimed',
        'On its way',
        'Yours',
        'Being looked at',
        'Expired',
        'Withdrawn',
        'Level 8',
      ]);
    });

    it('does not take the reader’s states for another member’s', async () => {
      const list = rewards([reward(3, { state: 'claimed' }), reward(30, { state: 'unlocked' })]);
      const { element } = await shown({ list, xp: 5_000, user: 'user_ada' });
      assert.deepEqual(states(element), ['Unlocked', 'Level 30']);
    });

    it('sorts by level whatever the order it gets', async () => {
      const { element } = await shown({ list: rewards([reward(20), reward(3), reward(12)]) });
      assert.deepEqual(states(element), ['Level 3', 'Level 12', 'Level 20']);
    });

    it('stays useful when the card or the levels cannot be loaded', async () => {
      const { element, client } = await shown({ user: 'user_nobody' });
      client.fail('rankCard', new HttpError(404, { code: 'unknown-member' }));
      client.fail('community', new HttpError(500, { code: 'internal-error' }));
      await settle(element);
      assert.equal(parts(element, 'reward').length, 5);
      assert.notInclude(text(element), 'Could not');
    });

    it('says that there are no rewards yet', async () => {
      const { element } = await shown({ list: rewards([]) });
      assert.include(text(element), 'No rewards yet');
    });
  });
});
