import { showEmbedCode } from './embed-code.js';
import { showKeys } from './keys.js';
import { idInAddress, showContent, showNotice } from './page.js';
import { showRules } from './rules.js';
import { openSession } from './session.js';

async function start() {
  showContent();
  try {
    const { session, getToken } = await openSession({ communityId: idInAddress });
    if (session.access !== 'admin') return showNotice('not-the-team');
    Wee5.configure({ community: session.communityId, getToken });
    const { communityId } = session;
    await Promise.all([
      showEmbedCode(communityId),
      showKeys(communityId, getToken),
      showRules(communityId, getToken),
    ]);
  } catch (error) {
    showNotice(error.code, start);
  }
}

await start();
