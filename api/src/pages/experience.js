import { idInAddress, showContent, showNotice } from './page.js';
import { openSession } from './session.js';

async function start() {
  showContent();
  try {
    const { session, getToken } = await openSession({ experienceId: idInAddress });
    Wee5.configure({ community: session.communityId, getToken });
  } catch (error) {
    showNotice(error.code, start);
  }
}

await start();
