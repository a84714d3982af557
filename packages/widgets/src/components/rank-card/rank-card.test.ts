import { HttpError, NetworkError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { assertFits } from '../../../testing/assert-fits.ts';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  pause,
  prefer,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { badges, card, community, difficultNames, later, rewards, streak } from '../../../testing/samples.ts';
import type { LeveledUpEvent } from '../../events/leveled-up.ts';
import type { RankChangedEvent } from '../../events/rank-changed.ts';

const unknownMember = new HttpError(404, { code: 'unknown-member' });

async function shown(changes = {}, properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card(changes));
  return mount('wee5-rank-card', properties, client);
}

describe('<wee5-rank-card>', () => {
  cleanUp();

  describe('accessibility', () => {
    it('is clean in every state', async () => {
      const { element, client } = await mount('wee5-rank-card');
      await assertAccessible(element);
      client.fail('rankCard', unknownMember);
      await settle(element);
      await assertAccessible(element);
      client.say('rankCard', card());
      await settle(element);
      await assertAccessible(element);
      client.become('offline');
      await settle(element);
      await assertAccessible(element);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`has enough contrast in ${theme} colours`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        const { element } = await shown({ levelName: 'Trailblazer' }, { theme });
        await assertAccessible(element);
      });
    }

    it('is clean as a bar, with badges, and in forced colours', async () => {
      const { element, client } = await shown({ streak }, { layout: 'bar' });
      client.say('rewards', rewards(badges(6)));
      await settle(element);
      await assertAccessible(element);
      await prefer({ 'forced-colors': 'active' });
      await assertAccessible(element);
    });

    it('names the member and their progress', async () => {
      const { element } = await shown({ displayName: 'Ada', xp: 4675, level: 10, nextLevelXp: 5775 });
      assert.equal(
        element.shadowRoot!.querySelector('[role=group]')!.getAttribute('aria-label'),
        'Rank card of Ada',
      );
      const ring = part(element, 'ring');
      assert.equal(ring.getAttribute('role'), 'progressbar');
      assert.equal(ring.getAttribute('aria-label'), 'Level 10');
      assert.equal(ring.getAttribute('aria-valuetext'), '1,100 XP to level 11');
    });

    it('says that it is loading, and hides what only holds the place', async () => {
      const { element } = await mount('wee5-rank-card');
      assert.equal(part(element, 'card').getAttribute('aria-busy'), 'true');
      assert.equal(part(element, 'body').getAttribute('aria-hidden'), 'true');
      await prefer({ 'forced-colors': 'active' });
      assert.equal(getComputedStyle(element.shadowRoot!.querySelector('.t')!).color, 'rgba(0, 0, 0, 0)');
    });
  });

  describe('properties', () => {
    it('shows the member named by `user`, and the holder of the token without it', async () => {
      const { element, client } = await mount('wee5-rank-card');
      assert.deepInclude(client.watched, { kind: 'rankCard', userId: 'me' });
      element.setAttribute('user', 'user_ada');
      await settle(element);
      assert.deepInclude(client.watched, { kind: 'rankCard', userId: 'user_ada' });
      assert.notDeepInclude(client.watched, { kind: 'rankCard', userId: 'me' });
    });

    it('takes its colours from `theme`', async () => {
      const { element } = await shown({}, { theme: 'dark' });
      const dark = getComputedStyle(part(element, 'card')).backgroundColor;
      element.theme = 'light';
      await settle(element);
      assert.notEqual(getComputedStyle(part(element, 'card')).backgroundColor, dark);
    });

    it('forgets a member when `user` names another', async () => {
      const { element } = await shown({ displayName: 'Ada' });
      element.client = new FakeClient();
      element.user = 'user_other';
      await settle(element);
      assert.notInclude(text(element), 'Ada');
      assert.equal(part(element, 'card').getAttribute('aria-busy'), 'true');
    });
  });

  describe('slots', () => {
    it('lets a page say in its own words what went wrong', async () => {
      const { element, client } = await mount('wee5-rank-card');
      element.innerHTML = '<b slot="error">Come back soon</b>';
      client.fail('rankCard', new NetworkError('no answer'));
      await settle(element);
      const slot = element.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=error]')!;
      assert.equal(slot.assignedElements()[0]!.textContent, 'Come back soon');
    });
  });

  describe('CSS parts', () => {
    it('lets a page style each of them', async () => {
      const { element } = await shown({ rank: 3, levelName: 'Trailblazer' });
      for (const name of [
        'card',
        'body',
        'ring',
        'avatar',
        'name',
        'level',
        'xp',
        'facts',
        'footer',
        'status',
      ]) {
        const style = document.createElement('style');
        style.textContent = `wee5-rank-card::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`;
        document.body.append(style);
        assert.equal(getComputedStyle(part(element, name)).outlineColor, 'rgb(1, 2, 3)', name);
      }
    });
  });

  describe('events', () => {
    it('tells when the member reaches a level', async () => {
      const { element, client } = await shown({ xp: 5700 });
      const heard: LeveledUpEvent[] = [];
      document.body.addEventListener('wee5-leveled-up', (event) => heard.push(event), { once: true });
      client.say('rankCard', card({ xp: 5800 }));
      await settle(element);
      assert.equal(heard.length, 1);
      assert.include(heard[0], { userId: 'user_maya', level: 11, previousLevel: 10 });
    });

    it('tells when the rank changes, also because someone else overtook', async () => {
      const { element, client } = await shown({ rank: 3 });
      const heard: RankChangedEvent[] = [];
      element.addEventListener('wee5-rank-changed', (event) => heard.push(event));
      client.say('rankCard', card({ rank: 4 }));
      assert.include(heard[0], { rank: 4, previousRank: 3 });
    });

    it('tells nothing about what was so from the beginning', async () => {
      const heard: Event[] = [];
      const client = new FakeClient();
      const { element } = await mount('wee5-rank-card', {}, client);
      for (const type of ['wee5-leveled-up', 'wee5-rank-changed'])
        element.addEventListener(type, (event) => heard.push(event));
      client.say('rankCard', card());
      await settle(element);
      assert.deepEqual(heard, []);
    });
  });

  describe('states', () => {
    for (const width of [240, 360, 480, 900]) {
      it(`keeps its height from loading to data, level-up and failure at ${width} px`, async () => {
        const { element, client } = await mount('wee5-rank-card', { width });
        const height = element.offsetHeight;
        client.become('live');
        for (const changes of [
          {},
          { xp: 5800 },
          { xp: 12_345_678, nextLevelXp: null, rank: 99_999, total: 1e6 },
        ]) {
          client.say('rankCard', card({ levelName: 'The one who never sleeps', ...changes }));
          await settle(element);
          assert.equal(element.offsetHeight, height, JSON.stringify(changes));
        }
        element.client = new FakeClient();
        element.client.live();
        (element.client as FakeClient).fail('rankCard', unknownMember);
        await settle(element);
        assert.equal(element.offsetHeight, height, 'unknown member');
      });

      for (const layout of ['ring', 'bar'] as const) {
        for (const dir of ['ltr', 'rtl']) {
          it(`has room for every text at ${width} px as a ${layout} in ${dir}`, async () => {
            document.documentElement.dir = dir;
            for (const displayName of difficultNames) {
              const huge = { xp: 12_345_678, level: 188, nextLevelXp: 12_445_678, rank: 10_432, total: 1e7 };
              const levelName = 'The one who never sleeps';
              const changes = { displayName, ...huge, levelName, streak, streakDays: 1_204 };
              const { element, client } = await shown(changes, { width, layout });
              client.say('rewards', rewards(badges(6)));
              await settle(element);
              assertFits(element);
            }
          });
        }
      }
    }

    it('shows level, XP, the way to the next level, rank and streak', async () => {
      const { element } = await shown({
        xp: 5210,
        rank: 3,
        total: 1204,
        streakDays: 5,
        levelName: 'Trailblazer',
      });
      const words = text(element);
      for (const expected of [
        'Maya Chen',
        'Level 10',
        'Trailblazer',
        '5,210 / 5,775 XP',
        '565 XP to level 11',
      ]) {
        assert.include(words, expected);
      }
      for (const expected of ['Rank 3 of 1,204', 'Streak 5 days', 'Live']) assert.include(words, expected);
    });

    it('shows a member who has nothing yet', async () => {
      const { element } = await shown({
        xp: 0,
        rank: null,
        streakDays: 0,
        displayName: null,
        username: 'newcomer',
      });
      assert.include(
        text(element),
        'newcomer Level 0 0 / 100 XP 100 XP to level 1 Rank None yet Streak None yet',
      );
    });

    it('shortens what is above 99,999 and keeps it whole in the title', async () => {
      const { element } = await shown({ xp: 12_345_678 });
      assert.include(seen(part(element, 'xp')), '12.3M / 12.4M XP');
      assert.equal(part(element, 'xp').querySelector('[title]')!.getAttribute('title'), '12,345,678 XP');
    });

    it('shows markup in a name as text', async () => {
      const { element } = await shown({ displayName: '<img src=x onerror=alert(1)>' });
      assert.equal(seen(part(element, 'name')), '<img src=x onerror=alert(1)>');
      assert.isNull(element.shadowRoot!.querySelector('img'));
    });

    it('shows a letter for a picture that may not be loaded, and for one that is broken', async () => {
      const { element, client } = await shown({ avatarUrl: 'javascript:alert(1)' });
      assert.isNull(element.shadowRoot!.querySelector('img'));
      assert.equal(seen(part(element, 'avatar')), 'M');
      client.say('rankCard', card({ avatarUrl: `${location.origin}/nothing-here.png` }));
      await settle(element);
      element.shadowRoot!.querySelector('img')?.dispatchEvent(new Event('error'));
      await until('a letter instead of the picture', () => !element.shadowRoot!.querySelector('img'));
      assert.equal(seen(part(element, 'avatar')), 'M');
    });

    it('counts XP up, and never past the truth', async () => {
      const { element, client } = await shown({ xp: 5000 });
      client.say('rankCard', card({ xp: 5500 }));
      await settle(element);
      const shows = () =>
        Number(
          seen(part(element, 'xp'))
            .match(/^[\d,]+/)![0]
            .replaceAll(',', ''),
        );
      assert.isBelow(shows(), 5500);
      await until('the whole number', () => shows() === 5500, 800);
      await pause(100);
      assert.equal(shows(), 5500);
    });

    it('changes at once for whoever prefers less motion', async () => {
      await prefer({ 'prefers-reduced-motion': 'reduce' });
      const { element, client } = await shown({ xp: 5000 });
      client.say('rankCard', card({ xp: 5500 }));
      await settle(element);
      assert.include(text(element), '5,500 / 5,775 XP');
      assert.equal(getComputedStyle(element.shadowRoot!.querySelector('.done')!).transitionProperty, 'none');
    });

    it('celebrates a level with one pulse and one line, and then goes back', async () => {
      const { element, client } = await shown({ xp: 5700 });
      client.say('rankCard', card({ xp: 5800 }));
      await settle(element);
      assert.include(text(element), 'You reached level 11');
      assert.equal(element.shadowRoot!.querySelector('[role=status]')!.textContent, 'You reached level 11');
      const pulse = getComputedStyle(part(element, 'ring'), '::after');
      assert.deepEqual([pulse.animationName, pulse.width], ['pulse', '88px']);
      await until('the line is gone', () => !text(element).includes('You reached'), 7_000);
      assert.include(text(element), 'XP to level 12');
    });

    it('speaks of another member in the third person', async () => {
      const { element, client } = await shown({ xp: 5700 }, { user: 'user_maya' });
      client.say('rankCard', card({ xp: 5800 }));
      await settle(element);
      assert.include(text(element), 'Level 11 reached');
      assert.notInclude(text(element), 'You');
    });

    it('shows an arrow with the number of places for four seconds', async () => {
      const { element, client } = await shown({ rank: 5 });
      client.say('rankCard', card({ rank: 3 }));
      await settle(element);
      assert.equal(part(element, 'move').title, 'Up 2 places');
      await pause(3_500);
      assert.isNotNull(element.shadowRoot!.querySelector('[part=move]'));
      await until('the arrow is gone', () => !element.shadowRoot!.querySelector('[part=move]'));
    });

    it('draws the way to the next level as a ring or as a bar', async () => {
      const { element } = await shown({ progress: 0.25 });
      assert.equal(part(element, 'ring').getAttribute('aria-valuenow'), '25');
      element.layout = 'bar';
      await settle(element);
      assert.isNull(element.shadowRoot!.querySelector('.ring'));
      assert.equal(part(element, 'bar').getAttribute('role'), 'progressbar');
      assert.equal(part(element, 'bar').getAttribute('aria-valuenow'), '25');
    });

    it('shows the level’s own picture, and goes without a broken one', async () => {
      const pictures = `${location.origin}/packages/widgets/gallery`;
      const { element, client } = await shown({ badgeUrl: `${pictures}/portrait.svg` });
      assert.include((part(element, 'level-image') as HTMLImageElement).src, 'portrait.svg');
      client.say('rankCard', card({ badgeUrl: `${pictures}/no-such-level.png` }));
      await until('no picture', () => !element.shadowRoot!.querySelector('[part=level-image]'));
    });

    it('tells nobody when somebody else can earn again, but when they were last there', async () => {
      const nextEligibleAt = { chat: later(20), reply: null, reaction: null };
      const { element } = await shown({ nextEligibleAt, lastActiveAt: later(-190) }, { user: 'user_maya' });
      assert.notInclude(text(element), 'earn');
      assert.include(text(element), 'Active 3 minutes ago');
    });

    it('says how old the data is when offline', async () => {
      const client = new FakeClient();
      client.say('rankCard', card(), new Date(Date.now() - 125_000));
      client.become('offline');
      const { element } = await mount('wee5-rank-card', {}, client);
      assert.include(text(element), 'Offline. Last updated 2 minutes ago.');
      assert.include(text(element), '5,210 / 5,775 XP');
    });

    it('counts the age of the data from when it stopped being live', async () => {
      const client = new FakeClient();
      client.become('live');
      client.say('rankCard', card(), new Date(Date.now() - 600_000));
      const { element } = await mount('wee5-rank-card', {}, client);
      client.become('offline');
      await settle(element);
      assert.include(text(element), 'Last updated now.');
    });

    it('keeps the last data when a refresh fails, and offers to try again', async () => {
      const { element, client } = await shown();
      client.become('polling');
      client.fail('rankCard', new HttpError(500, { code: 'internal-error' }));
      await settle(element);
      assert.include(text(element), '5,210 / 5,775 XP');
      assert.include(text(element), 'Could not refresh.');
      assert.equal(seen(part(element, 'button')), 'Try again');
    });

    it('says what happened and asks again when told to', async () => {
      const { element, client } = await mount('wee5-rank-card');
      client.fail('rankCard', new NetworkError('no answer'));
      await settle(element);
      assert.include(text(element), 'The server does not answer');
      const { begun } = client;
      part(element, 'button').click();
      client.say('rankCard', card());
      await settle(element);
      assert.isAbove(client.begun, begun);
      assert.include(text(element), '5,210 / 5,775 XP');
      assert.equal(element.shadowRoot!.activeElement, part(element, 'card'));
    });

    const notices = {
      'unknown-community': 'This community is not known',
      'unknown-member': 'This member has no card yet',
      'not-a-member': 'This is for members',
      unauthenticated: 'You are not signed in',
      'rate-limited': 'Too many requests',
      'internal-error': 'This could not be loaded',
    } as const;
    for (const [code, words] of Object.entries(notices)) {
      it(`has words for ${code}`, async () => {
        const { element, client } = await mount('wee5-rank-card');
        client.fail('rankCard', new HttpError(404, { code: code as keyof typeof notices }));
        await settle(element);
        assert.include(seen(part(element, 'notice')), words);
      });
    }

    it('says which attribute is missing', async () => {
      const { element } = await mount('wee5-rank-card', { client: undefined });
      assert.include(text(element), 'No community chosen');
    });
  });
});
