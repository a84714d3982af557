import { assert } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { assertFits } from '../../../testing/assert-fits.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  pause,
  prefer,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { card, difficultNames, reward, rewards, xpAt } from '../../../testing/samples.ts';
import {
  assertAccessibleAtRest,
  atRest,
  inState,
  isOpen,
  quiet,
  reach,
  settings,
  status,
} from '../../../testing/toast.ts';
import type { ToastShownEvent } from '../../events/toast-shown.ts';

describe('<wee5-toast>', () => {
  cleanUp();

  describe('with nothing to say', () => {
    it('is nowhere to be seen, takes no room and is not in the accessibility tree', async () => {
      const { element } = await quiet();
      assert.isFalse(isOpen(element));
      assert.isFalse(part(element, 'toast').checkVisibility());
      assert.equal(element.parentElement!.offsetHeight, 0);
      assert.equal(text(element), '');
      assert.equal(status(element), '');
      await assertAccessible(element);
    });

    it('tells nothing of what was so from the beginning', async () => {
      const { element, client } = await mount('wee5-toast');
      client.say('rankCard', card());
      client.say('rewards', inState('claimed'));
      await settle(element);
      assert.isFalse(isOpen(element));
    });

    it('asks for no rewards where nobody is signed in', async () => {
      const { client } = await mount('wee5-toast');
      assert.notDeepInclude(client.watched, { kind: 'rewards' });
    });

    it('has no word for XP and for levels that were lost', async () => {
      const { element, client } = await quiet();
      client.say('rankCard', card({ xp: xpAt(10) + 5 }));
      await reach(client, element, 9);
      assert.isFalse(isOpen(element));
    });
  });

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      it(`is clean in ${theme} colours, for levels and for rewards`, async () => {
        const { element, client } = await quiet({ theme });
        await reach(client, element, 11, { levelName: 'Trailblazer' });
        await assertAccessibleAtRest(element);
        await sendKeys({ press: 'Escape' });
        client.say('rewards', inState('unlocked'));
        await until('the rewards', () => text(element).includes('You unlocked'));
        await assertAccessibleAtRest(element);
      });
    }

    it('says it politely, once', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11);
      await until('it is said', () => status(element) === 'You reached level 11', 6_000);
      assert.equal(element.shadowRoot!.querySelectorAll('[role=status]').length, 1);
      assert.isNull(element.shadowRoot!.querySelector('[role=alert], [aria-live=assertive]'));
    });

    it('says only once what a card on the page says as well', async () => {
      const { element, client } = await quiet();
      const { element: beside } = await mount('wee5-rank-card', {}, client);
      const said = () =>
        [element, beside].map(({ shadowRoot }) => shadowRoot!.querySelector('[role=status]')!.textContent);
      await reach(client, element, 11);
      await until('one of them says it', () => said().includes('You reached level 11'), 6_000);
      const first = said();
      await pause(5_500);
      assert.deepEqual(said(), first);
      assert.include(first, '');
    });

    it('takes no focus when it comes, and gives it back where it was taken', async () => {
      const { element, client } = await quiet();
      const button = document.createElement('button');
      document.body.prepend(button);
      button.focus();
      await reach(client, element, 11);
      assert.equal(document.activeElement, button);
      part(element, 'close').focus();
      await sendKeys({ press: 'Enter' });
      await until('it is closed', () => !isOpen(element));
      assert.equal(document.activeElement, button);
    });

    it('closes with Escape, wherever the focus is', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11);
      await sendKeys({ press: 'Escape' });
      await until('it is closed', () => !isOpen(element));
      assert.equal(status(element), '');
    });

    it('moves for nobody who prefers less motion', async () => {
      await prefer({ 'prefers-reduced-motion': 'reduce' });
      const { element, client } = await quiet();
      await reach(client, element, 11);
      assert.equal(getComputedStyle(part(element, 'toast')).animationName, 'none');
    });

    it('has an edge in forced colours', async () => {
      await prefer({ 'forced-colors': 'active' });
      const { element, client } = await quiet();
      await reach(client, element, 11);
      assert.equal(getComputedStyle(part(element, 'toast')).borderTopStyle, 'solid');
      await assertAccessibleAtRest(element);
    });
  });

  describe('what it tells', () => {
    it('tells the level and its name', async () => {
      const { element, client } = await quiet();
      const heard: ToastShownEvent[] = [];
      document.body.addEventListener('wee5-toast-shown', (event) => heard.push(event), { once: true });
      await reach(client, element, 11, { levelName: 'Trailblazer' });
      assert.isTrue(isOpen(element));
      assert.equal(text(element), '11 You reached level 11 Trailblazer');
      assert.include(heard[0], { text: 'You reached level 11', level: 11, previousLevel: 10 });
    });

    it('puts levels reached meanwhile together to one jump', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 12);
      await reach(client, element, 14);
      assert.equal(text(element), '14 You reached level 14 Level 10 → 14');
    });

    it('tells a reward with its name and what it is', async () => {
      const { element, client } = await quiet();
      client.say('rewards', inState('locked', 'unlocked'));
      await settle(element);
      assert.equal(text(element), 'You unlocked Inner circle The channels');
    });

    it('tells several rewards at once, and only those that are new', async () => {
      const { element, client } = await quiet();
      const heard: ToastShownEvent[] = [];
      element.addEventListener('wee5-toast-shown', (event) => heard.push(event));
      client.say('rewards', inState('fulfilled', 'unlocked'));
      await settle(element);
      assert.equal(text(element), 'You unlocked 2 rewards Insider, Inner circle');
      assert.deepEqual(
        heard.map(({ level, rewards: told }) => [level, told.length]),
        [[null, 2]],
      );
      client.say('rewards', inState('claimed', 'claimed'));
      part(element, 'close').click();
      await settle(element);
      await settle(element);
      assert.equal(heard.length, 1);
      assert.isFalse(isOpen(element));
    });

    it('shows one at a time: a reward waits until the level has been told', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11);
      client.say('rewards', inState('unlocked', 'locked'));
      await settle(element);
      assert.include(text(element), 'You reached level 11');
      part(element, 'close').click();
      await until('the reward', () => text(element) === 'You unlocked Insider');
      assert.isTrue(isOpen(element));
    });

    it('does not tell of a level that was lost while it waited', async () => {
      const { element, client } = await quiet();
      client.say('rewards', inState('unlocked', 'locked'));
      await reach(client, element, 11);
      await reach(client, element, 10);
      part(element, 'close').click();
      await settle(element);
      assert.isFalse(isOpen(element));
    });

    it('keeps silent for whoever turned announcements off', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11, { settings: { ...settings, announcements: false } });
      client.say('rewards', inState('unlocked'));
      await settle(element);
      assert.isFalse(isOpen(element));
      await reach(client, element, 12, { settings: { ...settings, announcements: true } });
      assert.equal(text(element), '12 You reached level 12');
    });

    it('shows the level’s picture', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11, {
        badgeUrl: `${location.origin}/packages/widgets/gallery/portrait.svg`,
      });
      assert.include(part(element, 'image').querySelector('img')!.src, 'portrait.svg');
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`has room for difficult names in ${dir}`, async () => {
        document.documentElement.dir = dir;
        for (const name of difficultNames) {
          const { element, client } = await quiet();
          const locked = reward(5, { name, description: name.repeat(4), state: 'locked' });
          client.say('rewards', rewards([locked]));
          client.say('rewards', rewards([{ ...locked, state: 'unlocked' }]));
          await settle(element);
          await atRest(element);
          assertFits(element);
        }
      });
    }
  });
});
