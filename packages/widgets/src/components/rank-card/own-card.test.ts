import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import { cleanUp, mount, part, parts, seen, settle, text, until } from '../../../testing/fixture.ts';
import { badges, card, community, later, reward, rewards, streak } from '../../../testing/samples.ts';

async function shown(changes = {}, properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card(changes));
  return mount('wee5-rank-card', properties, client);
}

describe('a reader’s own <wee5-rank-card>', () => {
  cleanUp();

  it('tells how much has just come, and adds up what comes meanwhile', async () => {
    const { element, client } = await shown({ xp: 5_000 });
    client.say('rankCard', card({ xp: 5_015 }));
    await settle(element);
    assert.equal(seen(part(element, 'gain')), '+15');
    client.say('rankCard', card({ xp: 5_040 }));
    await settle(element);
    assert.equal(seen(part(element, 'gain')), '+40');
    await until('it is gone', () => !element.shadowRoot!.querySelector('[part=gain]'), 4_000);
  });

  it('says nothing of a gain where XP were taken', async () => {
    const { element, client } = await shown({ xp: 5_000 });
    client.say('rankCard', card({ xp: 4_900 }));
    await settle(element);
    assert.isNull(element.shadowRoot!.querySelector('[part=gain]'));
  });

  it('shows the reader’s badges, the highest first, and how many more there are', async () => {
    const { element, client } = await shown();
    const others = [
      reward(9, { type: 'badge', name: 'Locked', state: 'locked' }),
      reward(10, { type: 'role', name: 'Role', state: 'claimed' }),
    ];
    client.say('rewards', rewards([...badges(6), ...others]));
    await settle(element);
    const shownBadges = parts(element, 'badge').map((badge) => badge.getAttribute('aria-label'));
    assert.deepEqual(shownBadges, ['Badge 5', 'Badge 4', 'Badge 3', 'Badge 2']);
    assert.include(text(element), 'Badges');
    assert.include(text(element), '+2');
  });

  it('asks for nobody else’s badges', async () => {
    const { client } = await shown({}, { user: 'user_maya' });
    assert.notDeepInclude(client.watched, { kind: 'rewards' });
  });

  const streaks = {
    'until when today the streak has to be kept': [
      { freezes: 1, frozenDays: 0, endsAt: later(3_600) },
      /Streak 5 days Earn by \d/,
    ],
    'how long freezes have held it': [
      { freezes: 1, frozenDays: 2, endsAt: later(30 * 3_600) },
      /Frozen for 2 days/,
    ],
    'how many freezes are left': [streak, /2 freezes left/],
    'that it is safe today': [{ freezes: 0, frozenDays: 0, endsAt: later(30 * 3_600) }, /Kept for today/],
    'nothing of one that has ended meanwhile': [
      { freezes: 0, frozenDays: 0, endsAt: later(-60) },
      /Streak 5 days (?!Earn|Kept|Frozen|\d)/,
    ],
  } as const;
  for (const [claim, [state, words]] of Object.entries(streaks)) {
    it(`says ${claim}`, async () => {
      const { element } = await shown({ streak: state });
      assert.match(text(element), words);
    });
  }

  it('has the whole sentence about the streak in its title', async () => {
    const state = { freezes: 1, frozenDays: 0, endsAt: later(3_600) };
    const { element } = await shown({ streak: state });
    const [title] = [...part(element, 'facts').querySelectorAll('[title]')].map(
      (each) => (each as HTMLElement).title,
    );
    assert.match(title ?? '', /^Earn by .* to keep your streak$/);
  });

  it('urges nobody to keep somebody else’s streak', async () => {
    const state = { freezes: 0, frozenDays: 0, endsAt: later(3_600) };
    const { element } = await shown({ streak: state }, { user: 'user_maya' });
    assert.notMatch(text(element), /Earn|Kept/);
  });

  it('counts down to when the reader can earn again', async () => {
    const waits = { chat: later(2), reply: later(30), reaction: later(60) };
    const { element } = await shown({ nextEligibleAt: waits });
    assert.match(text(element), /You can earn again in [12] s/);
    await until('the soonest is over', () => text(element).includes('Replies earn again in 2'), 3_000);
  });

  it('names what waits while something else earns', async () => {
    const waits = { chat: later(23), reply: null, reaction: null };
    const { element } = await shown({ nextEligibleAt: waits });
    assert.match(text(element), /Chat earns again in 2[23] s/);
  });

  it('counts a long wait in minutes and hours', async () => {
    const { element, client } = await shown({
      nextEligibleAt: { chat: later(600), reply: null, reaction: null },
    });
    assert.include(text(element), 'Chat earns again in 10 min');
    const waits = { chat: later(7 * 3_600), reply: later(7 * 3_600), reaction: later(8 * 3_600) };
    client.say('rankCard', card({ nextEligibleAt: waits }));
    await settle(element);
    assert.include(text(element), 'You can earn again in 7 h');
  });

  it('leaves out what nobody does to earn: payments and memberships', async () => {
    const waits = {
      chat: later(50),
      reply: later(50),
      reaction: later(50),
      payment: null,
      membership: null,
    };
    const { element } = await shown({ nextEligibleAt: waits });
    assert.match(text(element), /You can earn again in \d\d s/);
  });

  it('says that the reader can earn now', async () => {
    const { element } = await shown();
    assert.include(text(element), 'You can earn now');
  });
});
