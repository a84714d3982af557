import { expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { browserPage } from '../src/live/browser-page.ts';
import { ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';
import { World } from './support/world.ts';

/** As much of a browser as a page is told by. */
function browser() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const navigator = { onLine: true };
  const globals = Object.assign(new EventTarget(), { document, navigator });
  const fire = (target: EventTarget, type: string, more = {}) =>
    target.dispatchEvent(Object.assign(new Event(type), more));
  return { globals, document, navigator, fire };
}

it('is none where there is no document', () => {
  expect(browserPage({})).toBeUndefined();
});

it('says when it is hidden, put away, or without a network, until nobody wants to know', () => {
  const { globals, document, navigator, fire } = browser();
  const page = browserPage(globals)!;
  const told: boolean[][] = [];
  const end = page.onChange(() => told.push([page.isHidden(), page.isOffline(), page.isStored!()]));
  const events = () => {
    document.visibilityState = 'hidden';
    fire(document, 'visibilitychange');
    fire(globals, 'pagehide', { persisted: true });
    document.visibilityState = 'visible';
    fire(document, 'visibilitychange');
    fire(globals, 'pageshow', { persisted: true });
    navigator.onLine = false;
    fire(globals, 'offline');
    navigator.onLine = true;
    fire(globals, 'online');
  };
  events();
  expect(told).toEqual([
    [true, false, false],
    [true, false, true],
    [false, false, true],
    [false, false, false],
    [false, true, false],
    [false, false, false],
  ]);
  end();
  events();
  expect(told).toHaveLength(6);
});

it('takes neither the end of loading nor the end of the page for news', () => {
  const { globals, fire } = browser();
  const page = browserPage(globals)!;
  let told = 0;
  page.onChange(() => (told += 1));
  fire(globals, 'pageshow', { persisted: false });
  fire(globals, 'pagehide', { persisted: false });
  expect([told, page.isStored!()]).toEqual([0, false]);
});

it('closes the connection when the browser puts the page away, and is true again when it is brought back', async () => {
  const world = new World();
  const api = new ScriptedApi();
  api.stream = () => api.greet();
  const feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world).live();
  const board = watch(feed, { kind: 'leaderboard' });
  await world.pass(0);
  await world.setPage({ hidden: true });
  await world.setPage({ stored: true });
  expect([feed.state.status, api.last.isCancelled]).toEqual(['idle', true]);
  const { tell } = api;
  api.tell = () => undefined;
  api.commit({ ana: 45 });
  api.tell = tell;
  await world.pass(3_600_000);
  expect(api.requests).toHaveLength(2);

  // Browsers say that it is visible before they say that it is back.
  await world.setPage({ hidden: false });
  expect(feed.state.status).toBe('idle');
  await world.setPage({ stored: false });
  await world.pass(1000);
  expect([feed.state.status, board.data]).toEqual(['live', api.board]);
  expect(api.streams).toHaveLength(2);
});
