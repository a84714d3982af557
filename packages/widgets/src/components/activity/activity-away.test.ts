import { assert } from '@esm-bundle/chai';
import { ids, idsOf, newest, shown } from '../../../testing/activity.ts';
import { FakeClient } from '../../../testing/fake-client.ts';
import { cleanUp, mount, nextFrame, part, parts, settle, until } from '../../../testing/fixture.ts';
import { activityPage, card } from '../../../testing/samples.ts';

/** One whose first page is being asked for. */
async function waiting() {
  const client = new FakeClient();
  const mounted = await mount('wee5-activity', {}, client);
  assert.equal(client.activity.waiting, 1);
  return mounted;
}

const isBusy = (element: Element) => part(element, 'card').getAttribute('aria-busy') === 'true';

describe('<wee5-activity> that leaves the page', () => {
  cleanUp();

  it('calls off what it has asked for, and asks anew when it comes back', async () => {
    const { element, client } = await waiting();
    element.remove();
    await nextFrame();
    assert.equal(client.activity.waiting, 0);
    document.body.append(element);
    await settle(element);
    assert.equal(client.activity.asked.length, 2);
    assert.isTrue(isBusy(element));
    client.activity.answer(activityPage(newest(2)));
    await until('it is loaded', () => !isBusy(element));
    assert.deepEqual(ids(element), idsOf(newest(2)));
  });

  it('goes on waiting while it is moved', async () => {
    const { element, client } = await waiting();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await settle(element);
    assert.equal(client.activity.waiting, 1);
    client.activity.answer(activityPage(newest(2)));
    await until('it is loaded', () => !isBusy(element));
    assert.equal(client.activity.asked.length, 1);
  });

  it('shows what it knew when it comes back, and what has happened since', async () => {
    const { element, client } = await shown(newest(2, 1));
    element.remove();
    await nextFrame();
    client.say('rankCard', card({ version: 2 }));
    document.body.append(element);
    await settle(element);
    assert.deepEqual(ids(element), idsOf(newest(2, 1)));
    assert.equal(client.activity.asked.length, 2);
    client.activity.answer(activityPage(newest(3)));
    await until('it is there', () => parts(element, 'entry').length === 3);
    assert.equal(client.activity.waiting, 0);
  });

  it('can be asked again for an older page that it was waiting for', async () => {
    const { element, client } = await shown(newest(2), { nextCursor: 'older' });
    part(element, 'button').click();
    await settle(element);
    element.remove();
    await nextFrame();
    assert.equal(client.activity.waiting, 0);
    document.body.append(element);
    client.activity.answer(activityPage(newest(2), 'older'));
    await settle(element);
    assert.isNull(part(element, 'button').ariaDisabled);
    assert.equal(parts(element, 'note').length, 0);
    part(element, 'button').click();
    client.activity.answer(activityPage(newest(2, 2)));
    await until('it is there', () => parts(element, 'entry').length === 4);
  });

  it('calls off what it asked another reader’s client', async () => {
    const { element, client } = await waiting();
    element.client = new FakeClient();
    await settle(element);
    assert.equal(client.activity.waiting, 0);
    assert.equal((element.client as FakeClient).activity.waiting, 1);
  });
});
