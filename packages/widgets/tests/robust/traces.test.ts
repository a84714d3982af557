import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { StrangersPage, widgets } from '../support/strangers-page.ts';

const opened = openBrowser();
const all = `${widgets}<wee5-level-badge user="user_maya"></wee5-level-badge><wee5-activity></wee5-activity><wee5-toast></wee5-toast>`;

/** Counts who listens to what outlives every element. */
const countListeners = `{
  const live = new Set();
  globalThis.listening = () => [...live].map((each) => each.split(' ')[0]).toSorted();
  const ids = new WeakMap();
  let count = 0;
  const id = (object) => ids.get(object) ?? (ids.set(object, ++count), count);
  const lasting = (target) => target === document || target === window || target instanceof MediaQueryList;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const nameOf = (target, type, listener) => type + ' ' + id(target) + ' ' + id(listener);
  const of = (each) => (each === undefined ? window : each);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (lasting(of(this)) && listener && !options?.once) live.add(nameOf(of(this), type, listener));
    return addEventListener.call(of(this), type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (listener) live.delete(nameOf(of(this), type, listener));
    return removeEventListener.call(of(this), type, listener, options);
  };
}`;

/** Everything built in that a script could change, and what it is. */
const remember = `globalThis.describePage = () => {
  const out = {};
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (name.startsWith('puppeteer')) continue;
    const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
    if (typeof value !== 'function' || !value.prototype) continue;
    for (const object of [value, value.prototype])
      for (const key of Reflect.ownKeys(object)) {
        const { value: own, get, set } = Object.getOwnPropertyDescriptor(object, key);
        out[name + (object === value ? '.' : '#') + String(key)] = [own, get, set].map((each) => typeof each === 'function' ? idOf(each) : typeof each).join();
      }
  }
  return out;
};
{ const ids = new WeakMap(); let count = 0; globalThis.idOf = (each) => ids.get(each) ?? (ids.set(each, ++count), count); }
globalThis.atFirst = describePage();
globalThis.namesAtFirst = Object.getOwnPropertyNames(globalThis);`;

it('leaves one name in the page, and changes nothing that is the browser’s', async () => {
  const site = await StrangersPage.open(opened.browser, { before: remember, body: all });
  await site.live();
  const names = await site.evaluate<string[]>(
    `Object.getOwnPropertyNames(globalThis).filter((name) => !namesAtFirst.includes(name))`,
  );
  // Of the browser's driver, and of this test.
  expect(names.filter((name) => !/^\\d+$|ariaQuery|puppeteer|namesAtFirst/.test(name))).toEqual(['Wee5']);
  const changed = `(() => { const now = describePage();
    return [...new Set([...Object.keys(now), ...Object.keys(atFirst)])].filter((key) => now[key] !== atFirst[key]); })()`;
  expect(await site.evaluate(changed)).toEqual([]);
});

it('listens to nothing once the last widget is gone', async () => {
  const site = await StrangersPage.open(opened.browser, { before: countListeners, body: all });
  await site.live();
  expect(await site.evaluate<string[]>('listening()')).toContain('visibilitychange');
  await site.evaluate('document.body.replaceChildren()');
  await expect.poll(() => site.evaluate('listening()')).toEqual([]);
});
