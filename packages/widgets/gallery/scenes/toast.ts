import type { Reward } from '@wee5/client';
import type { FakeClient } from '../../testing/fake-client.ts';
import { card, community, difficultNames, reward, rewards, xpAt } from '../../testing/samples.ts';
import { portrait } from './scene.ts';

type Script = (client: FakeClient, element: HTMLElement) => void;

const style = document.createElement('style');
style.textContent = 'wee5-toast::part(toast) { position: static; inline-size: auto; max-inline-size: 360px }';

/** In the gallery a toast stays, and stands among the others instead of in the page's corner. */
function inPlace(element: HTMLElement): void {
  document.head.append(style);
  Object.assign(element, { duration: 0 });
  setTimeout(() => Object.assign(element.shadowRoot!.querySelector('.root')!, { showPopover: undefined }));
}

function levels(from: number, to: number, changes: Parameters<typeof card>[0] = {}): Script {
  return (client, element) => {
    inPlace(element);
    client.say('community', community());
    client.say('rankCard', card({ xp: xpAt(from) }));
    setTimeout(() => client.say('rankCard', card({ xp: xpAt(to), ...changes })), 100);
  };
}

function unlocks(list: Reward[]): Script {
  return (client, element) => {
    inPlace(element);
    client.say('community', community());
    client.say('rankCard', card());
    client.say('rewards', rewards(list.map((each) => ({ ...each, state: 'locked' }))));
    const theirs = list.map((each) => ({ ...each, state: 'unlocked' as const }));
    setTimeout(() => client.say('rewards', rewards(theirs, 2)), 100);
  };
}

export const toasts: Record<string, Script> = {
  level: levels(11, 12, { levelName: 'Trailblazer' }),
  'several levels': levels(12, 14),
  'level with a picture': levels(11, 12, { badgeUrl: portrait(0) }),
  reward: unlocks([reward(12, { name: 'Inner circle', description: 'The private channels' })]),
  'several rewards': unlocks([3, 5, 8].map((level) => reward(level, { name: `What level ${level} gives` }))),
  'difficult name': unlocks([
    reward(9, { type: 'badge', name: difficultNames[0]!, description: difficultNames[4]!.repeat(3) }),
  ]),
};
