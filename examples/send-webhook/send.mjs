// Usage: node examples/send-webhook/send.mjs [payload.json] [url]
// Signs the payload as Whop does and posts it. Needs nothing but Node 20.
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');
const [
  file = join(project, 'packages/contract/fixtures/whop/chat-message.json'),
  url = 'http://localhost:3000',
] = process.argv.slice(2);

// A new message at this moment: the same one again would be a duplicate, and earn nothing.
const event = JSON.parse(readFileSync(file, 'utf8'));
event.id = `msg_${randomUUID()}`;
event.timestamp = new Date().toISOString();
if (event.data?.message) {
  event.data.message.id = `post_${randomUUID()}`;
  event.data.message.created_at = event.timestamp;
}

// The whole secret is the key, prefix and all. A server without WHOP_WEBHOOK_SECRET keeps its own in the data directory.
const dataDirectory = process.env.WEE5_DATA_DIR ?? join(project, '.wee5', 'data');
const secret =
  process.env.WHOP_WEBHOOK_SECRET ?? readFileSync(join(dataDirectory, 'webhook-secret'), 'utf8').trim();
const body = JSON.stringify(event);
const timestamp = Math.floor(Date.now() / 1000);
const signature = createHmac('sha256', secret).update(`${event.id}.${timestamp}.${body}`).digest('base64');

const response = await fetch(`${url}/api/webhook`, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'webhook-id': event.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  },
  body,
});
console.log(response.status, await response.text());

const communityId = event.company_id ?? event.account_id;
const board = await fetch(`${url}/api/v1/communities/${communityId}/leaderboard?limit=5`);
for (const { rank, displayName, username, xp, level } of (await board.json()).entries ?? []) {
  console.log(`${rank}. ${displayName ?? username}: ${xp} XP, level ${level}`);
}
