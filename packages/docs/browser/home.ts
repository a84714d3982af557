/** The first page's widgets: one community, one reader, and a button that gives XP. */
import '../../widgets/src/define.ts';
import { DemoClient } from './demo-client.ts';
import { communities } from './demo-people.ts';

const client = new DemoClient(communities['busy']!);

function add(place: string, tag: string, attributes: Record<string, string>): void {
  const element = Object.assign(document.createElement(tag), { client });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.querySelector(`[data-live='${place}']`)!.append(element);
}

add('left', 'wee5-rank-card', { user: 'me' });
add('left', 'wee5-reward-list', { user: 'me' });
add('right', 'wee5-leaderboard', { limit: '8', windows: 'week month all' });
add('right', 'wee5-toast', {});

document.querySelector<HTMLElement>('#try')!.hidden = false;
document.querySelector('#earn')!.addEventListener('click', () => client.earn(40));
