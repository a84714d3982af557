import { NetworkError } from '@wee5/client';
import type { FakeClient } from '../../testing/fake-client.ts';
import { card, community } from '../../testing/samples.ts';
import { portrait } from './scene.ts';

type Script = (client: FakeClient, element: HTMLElement) => void;

/** A badge is nothing without a name beside it: the gallery puts the element on the page, and this the words around. */
function inText(element: HTMLElement, size = '16px'): void {
  queueMicrotask(() => {
    const text = document.createElement('p');
    text.style.cssText = `margin: 0; font-size: ${size}; line-height: 1.5; color: light-dark(#222, #ddd)`;
    element.replaceWith(text);
    text.append('Maya Chen ', element, ' said hello to everybody who has come to the channel this morning.');
  });
}

function shows(changes: Parameters<typeof card>[0], size?: string): Script {
  return (client, element) => {
    client.say('community', community());
    client.become('live');
    client.say('rankCard', card(changes));
    inText(element, size);
  };
}

export const levelBadges: Record<string, Script> = {
  loading: (_, element) => inText(element),
  'one digit': shows({ xp: 800 }),
  'two digits': shows({ levelName: 'Trailblazer' }),
  'three digits': shows({ xp: 12_345_678 }),
  'small text': shows({}, '12px'),
  'a heading': shows({}, '28px'),
  picture: shows({ badgeUrl: portrait(0) }),
  'broken picture': shows({ badgeUrl: 'https://localhost:1/broken.png' }),
  unknown: (client, element) => {
    client.fail('rankCard', new NetworkError('no answer'));
    inText(element);
  },
};
