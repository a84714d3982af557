import { HttpError, type Leaderboard } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { animated, shownBoard } from '../../../testing/board-fixture.ts';
import { cleanUp, mount, part, parts, seen, settle, text } from '../../../testing/fixture.ts';
import { board, community, entry } from '../../../testing/samples.ts';
import type { WindowChangedEvent } from '../../events/window-changed.ts';
import type { LeaderboardElement } from './leaderboard.ts';

function of(kind: Leaderboard['window']['kind'], changes: Partial<Leaderboard> = {}) {
  return board({ window: { kind, startsAt: null, endsAt: null }, ...changes });
}

function tabs(element: Element): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
}

function selected(element: Element): string[] {
  return tabs(element)
    .filter((tab) => tab.ariaSelected === 'true')
    .map(seen);
}

/** The words of the tab that has the focus. */
function focused(element: LeaderboardElement): string | undefined {
  return element.shadowRoot!.activeElement?.textContent.trim();
}

async function press(element: LeaderboardElement, key: string): Promise<string | undefined> {
  await sendKeys({ press: key });
  await settle(element);
  return focused(element);
}

describe('<wee5-leaderboard> with tabs', () => {
  cleanUp();

  it('has a tab for each of `windows`, in that order, and none for one or an unknown', async () => {
    const { element } = await shownBoard(of('week'), { windows: 'week month all' });
    assert.deepEqual(tabs(element).map(seen), ['Week', 'Month', 'All time']);
    element.windows = 'all, day, year, day';
    await settle(element);
    assert.deepEqual(tabs(element).map(seen), ['All time', 'Day']);
    element.windows = 'day';
    await settle(element);
    assert.equal(tabs(element).length, 0);
  });

  it('leaves out what the community does not have', async () => {
    const { element, client } = await shownBoard(of('week'), { windows: 'day week all' });
    client.say('community', community({ windows: ['all', 'week'] }));
    await settle(element);
    assert.deepEqual(tabs(element).map(seen), ['Week', 'All time']);
  });

  it('begins with the first, or with `window`', async () => {
    const { element, client } = await shownBoard(of('week'), { windows: 'week month all' });
    assert.deepEqual(selected(element), ['Week']);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, window: 'week' });
    const other = await shownBoard(of('month'), { windows: 'week month all', window: 'month' });
    assert.deepEqual(selected(other.element), ['Month']);
  });

  it('ties each tab to the panel with the table', async () => {
    const { element } = await shownBoard(of('week'), { windows: 'week all' });
    const panel = element.shadowRoot!.querySelector('[role=tabpanel]')!;
    assert.equal(panel.getAttribute('aria-labelledby'), tabs(element)[0]!.id);
    assert.deepEqual(
      tabs(element).map((tab) => tab.getAttribute('aria-controls')),
      [panel.id, panel.id],
    );
    assert.isNotNull(panel.querySelector('table'));
    assert.equal(seen(panel.querySelector('caption')!), 'Leaderboard This week');
  });

  it('is on another window when a tab is pressed, says so, and reflects it', async () => {
    const { element, client } = await shownBoard(of('week'), { windows: 'week month all' });
    const heard: WindowChangedEvent[] = [];
    element.addEventListener('wee5-window-changed', (event) => heard.push(event));
    tabs(element)[1]!.click();
    await settle(element);
    assert.deepEqual(selected(element), ['Month']);
    assert.equal(element.getAttribute('window'), 'month');
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, window: 'month' });
    assert.deepEqual(
      heard.map((event) => [event.previousWindow, event.window, event.bubbles, event.composed]),
      [['week', 'month', true, true]],
    );
    tabs(element)[1]!.click();
    assert.equal(heard.length, 1, 'the chosen one again');
  });

  for (const [dir, next, previous] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`is walked by arrows, Home and End, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { element } = await shownBoard(of('week'), { windows: 'week month all' });
      await press(element, 'Tab');
      assert.equal(focused(element), 'Week');
      assert.equal(await press(element, next), 'Month');
      assert.deepEqual(selected(element), ['Month']);
      assert.equal(await press(element, next), 'All time');
      assert.equal(await press(element, next), 'Week');
      assert.equal(await press(element, previous), 'All time');
      assert.equal(await press(element, 'Home'), 'Week');
      assert.equal(await press(element, 'End'), 'All time');
      assert.deepEqual(selected(element), ['All time']);
      assert.deepEqual(
        tabs(element).map(({ tabIndex }) => tabIndex),
        [-1, -1, 0],
      );
    });
  }

  it('shows where the focus is, and goes from the tabs on into the panel', async () => {
    const { element } = await shownBoard(of('week'), { windows: 'week month all' });
    await press(element, 'Tab');
    assert.equal(getComputedStyle(element.shadowRoot!.activeElement!).outlineStyle, 'solid');
    await press(element, 'Tab');
    assert.equal(element.shadowRoot!.activeElement!.id, 'panel');
    assert.equal(getComputedStyle(element.shadowRoot!.activeElement!).outlineStyle, 'solid');
  });

  it('keeps the old rows, dimmed, until the new ones are there, and tells of no moves', async () => {
    const { element, client } = await shownBoard(of('week'), { windows: 'week month all' });
    let moves = 0;
    element.addEventListener('wee5-rank-changed', () => moves++);
    client.forget('leaderboard');
    tabs(element)[1]!.click();
    await settle(element);
    const table = element.shadowRoot!.querySelector('table')!;
    assert.equal(parts(element, 'row').length, 10);
    assert.equal(table.ariaBusy, 'true');
    assert.equal(seen(table.caption!), 'Leaderboard This week', 'what the rows are of');
    const rows = [entry(4, { rank: 1 }), entry(1, { rank: 2 })];
    client.say('leaderboard', of('month', { entries: rows }));
    await settle(element);
    assert.deepEqual(parts(element, 'name').map(seen), ['Priya Natarajan', 'Jonas Weber']);
    assert.equal(table.ariaBusy, 'false');
    assert.equal(moves, 0);
    const glides = animated(element).flatMap((row) => row.getAnimations());
    assert.isFalse(
      glides.some((it) => 'transform' in ((it.effect as KeyframeEffect).getKeyframes()[0] ?? {})),
      'no row glides from one window to another',
    );
  });

  it('keeps its height whatever the next window holds', async () => {
    for (const width of [240, 480]) {
      const { element, client } = await shownBoard(of('week'), { windows: 'week month all', width });
      const height = element.offsetHeight;
      client.forget('leaderboard');
      tabs(element)[1]!.click();
      await settle(element);
      assert.equal(element.offsetHeight, height, 'waiting');
      client.say('leaderboard', of('month', { entries: [entry(0)], total: 1 }));
      await settle(element);
      assert.equal(element.offsetHeight, height, 'one member');
      client.say('leaderboard', of('month', { entries: [], total: 0 }));
      await settle(element);
      assert.equal(element.offsetHeight, height, 'nobody');
    }
  });

  it('says what went wrong instead of showing another window’s rows, and lets the reader go back', async () => {
    const { element, client } = await shownBoard(of('week'), { windows: 'week month all' });
    client.forget('leaderboard');
    tabs(element)[1]!.click();
    await settle(element);
    client.fail('leaderboard', new HttpError(503, { code: 'storage-unavailable' }));
    await settle(element);
    assert.include(seen(part(element, 'notice')), 'This could not be loaded');
    client.say('leaderboard', of('week'));
    tabs(element)[0]!.click();
    await settle(element);
    assert.equal(parts(element, 'row').length, 10);
    assert.isNull(element.shadowRoot!.querySelector('[part=notice]'));
  });

  it('can be pressed while there is no data', async () => {
    const { element } = await mount('wee5-leaderboard', { windows: 'week month' });
    tabs(element)[1]!.click();
    await settle(element);
    assert.deepEqual(selected(element), ['Month']);
  });

  it('tells when the window ends, and which one a past one was', async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
    const window = (endsAt: string) => ({ kind: 'week', startsAt: hours(-80), endsAt }) as const;
    const { element, client } = await shownBoard(board({ window: window(hours(50)) }), { window: 'week' });
    assert.include(text(element), 'This week');
    assert.include(text(element).replaceAll('\u{a0}', ' '), '1,204 members · Ends in 2 days');
    client.say('leaderboard', board({ window: window(hours(4.9)) }));
    await settle(element);
    assert.include(text(element).replaceAll('\u{a0}', ' '), 'Ends in 5 hours');
    client.say('community', community({ timeZone: 'America/New_York' }));
    const past = { kind: 'week', startsAt: '2026-11-02T05:00:00Z', endsAt: '2026-11-09T05:00:00Z' } as const;
    client.say('leaderboard', board({ window: past }));
    element.at = '2026-11-03';
    await settle(element);
    assert.match(text(element), /Nov\s2\s–\s8,\s2026/);
    assert.notInclude(text(element), 'This week');
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, window: 'week', at: '2026-11-03' });
  });

  it('shows newcomers and climbers, the latter by what they gained, of a week and without tabs', async () => {
    const { element, client } = await shownBoard(board(), { board: 'newcomers' });
    assert.include(text(element), 'Newcomers');
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, board: 'newcomers' });
    client.forget('leaderboard');
    element.board = 'climbers';
    element.windows = 'week all';
    await settle(element);
    client.say(
      'leaderboard',
      of('week', { board: 'climbers', entries: [entry(3, { rank: 1, gain: 1320 })] }),
    );
    await settle(element);
    assert.equal(tabs(element).length, 0);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, board: 'climbers', window: 'week' });
    assert.equal(seen(parts(element, 'row')[0]!), '1 L Luca Rossi Level 11 +1,320 XP');
  });
});
