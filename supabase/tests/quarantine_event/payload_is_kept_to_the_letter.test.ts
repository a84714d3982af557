import { expect, test } from 'vitest';
import { functions, rows } from '../support/index.ts';
import { quarantined } from './quarantined.ts';

test.each([
  ['an escaped NUL', String.raw`{"name":"a\u0000b"}`],
  ['half a surrogate pair', String.raw`{"name":"\ud800"}`],
  ['a number no double holds', '{"id":123456789012345678901234567890}'],
  ['a key twice, and spaces', '{ "a": 1,  "a": 2 }'],
  ['emoji, right-to-left letters and markup', '{"name":"👩🏽‍🚀 مرحبا <script>"}'],
])('%s', async (_, payload) => {
  const event = quarantined({ payload });
  await functions.quarantineEvent(event);
  expect(
    await rows('select payload from public.quarantined_events where webhook_id = $1', [event.webhookId]),
  ).toEqual([{ payload }]);
});
