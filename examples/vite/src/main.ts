import { createClient, type Leaderboard } from '@wee5/client';
import { configure } from '@wee5/widgets/config';
import '@wee5/widgets/rank-card/define';

const api = import.meta.env.VITE_WEE5_URL ?? 'http://localhost:3000';
const community = 'biz_demo';

// For every widget of the page: <wee5-rank-card> in index.html.
configure({ api, community });

// And a list of your own, from the same data, as live as the widgets.
const client = createClient({ apiUrl: api, communityId: community });
client.live().watch(
  { kind: 'leaderboard', limit: 3 },
  {
    data: ({ data }) => showPodium(data),
    error: ({ message }) => console.warn(message),
  },
);

function showPodium({ entries }: Leaderboard): void {
  const items = entries.map(({ displayName, username, xp }) => {
    const item = document.createElement('li');
    item.textContent = `${displayName ?? username ?? 'A member'}: ${xp.toLocaleString('en')} XP`;
    return item;
  });
  document.querySelector('#podium')?.replaceChildren(...items);
}
