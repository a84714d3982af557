import { createClient } from '@wee5/client';
import { configure } from '@wee5/widgets/config';
import '@wee5/widgets/rank-card/define';

const apiUrl = new URLSearchParams(location.search).get('api') ?? location.origin;
configure({ api: apiUrl, community: 'biz_demo' });

const card = document.querySelector('wee5-rank-card');
card?.addEventListener('wee5-leveled-up', ({ level }) => console.info(level));

const { entries } = await createClient({ apiUrl, communityId: 'biz_demo' }).getLeaderboard({ limit: 3 });
const output = document.querySelector('output');
if (output) output.textContent = `${entries[0]?.displayName} leads`;
