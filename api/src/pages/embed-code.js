import { apiUrl } from './api.js';
import { copyText } from './copy.js';
import { find } from './dom.js';

/** The lines for a creator's own page, with the room that widgets need until they are there, and whether that page would show anything yet. */
export async function showEmbedCode(communityId) {
  const code = `<script async
  src="${apiUrl}/widgets/v1/wee5.js"
  data-community="${communityId}"></script>

<wee5-leaderboard limit="10" style="display:block;min-height:562px"></wee5-leaderboard>
<wee5-rank-card user="user_…" style="display:block;min-height:254px"></wee5-rank-card>`;
  find('#embed-code').textContent = code;
  const copy = find('#copy-embed');
  copy.disabled = false;
  copy.addEventListener('click', () => copyText(code, copy));

  const note = find('#embed-note');
  note.hidden = await isPublic(communityId);
  note.textContent =
    'Only members can see your community yet: pages outside Whop stay empty until it is public.';
}

/** Asked as a visitor of such a page would. Where that is not possible from here, nothing is claimed. */
async function isPublic(communityId) {
  if (apiUrl === location.origin) return true;
  const url = `${apiUrl}/api/v1/communities/${encodeURIComponent(communityId)}`;
  const answer = await fetch(url, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
  return answer?.status !== 401;
}
