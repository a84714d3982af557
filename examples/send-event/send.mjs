// Usage: WEE5_SECRET_KEY=sk_… node examples/send-event/send.mjs <community> <member> [name] [url]
// Tells Wee5 from your own server what a member did elsewhere. Needs nothing but Node 20. What an event of that name is
// worth is in the configuration: {"rules":{"events":{"webinar":{"xp":50}}}}, see docs/configuration.md.
const [communityId, userId, name = 'webinar', url = 'http://localhost:3000'] = process.argv.slice(2);

const response = await fetch(`${url}/api/v1/communities/${communityId}/events`, {
  method: 'POST',
  headers: {
    authorization: `Bearer ${process.env.WEE5_SECRET_KEY}`,
    'content-type': 'application/json',
  },
  // Made from what happened, not from when it is sent: whoever sends it again after a timeout pays nobody twice.
  body: JSON.stringify({ name, userId, idempotencyKey: `${name} of November 20, ${userId}` }),
});
const answer = await response.json();

if (!response.ok) {
  const wrong = (answer.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`).join('');
  console.error(`${response.status} ${answer.code}: ${answer.detail}${wrong}`);
  process.exitCode = 1;
}
for (const { status, summary, total, level } of answer.events ?? []) {
  console.log(`${status}: ${summary} (${total} XP in all, level ${level})`);
}
