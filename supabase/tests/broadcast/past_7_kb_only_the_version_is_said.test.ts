import { expect, test } from 'vitest';
import { call, chat, community, messagesDuring } from '../support/index.ts';

test('a call that changes 200 members says only the version', async () => {
  const club = await community();
  const members = Array.from({ length: 200 }, (_, i) => chat(`user_${i}`, '10:00:00'));

  const messages = await messagesDuring(() => club.award(...members));

  expect(messages).toEqual([{ topic: club.topic, event: 'community.changed', payload: { version: 1 } }]);
});

test('the limit counts bytes: at 7000 the payload goes out, at 7001 it does not', async () => {
  const payload = (letters: number) => ({ version: 7, note: 'é' + 'x'.repeat(letters) });
  const say = (letters: number) =>
    messagesDuring(() => call('broadcast', { topic: 't', event: 'e', payload: payload(letters) }));
  const [short] = await say(1);
  // jsonb puts a space after each colon and comma, so the size is taken from Postgres' own text.
  const overhead =
    Buffer.byteLength('{"event": "e", "topic": "t", "payload": {"note": "éx", "version": 7}}') - 1;

  expect(short?.payload).toEqual(payload(1));
  expect((await say(7000 - overhead))[0]?.payload).toEqual(payload(7000 - overhead));
  expect((await say(7001 - overhead))[0]?.payload).toEqual({ version: 7 });
});
