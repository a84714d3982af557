import { assert } from '@esm-bundle/chai';
import { sendMouse } from '@web/test-runner-commands';
import { cleanUp, part, pause, prefer, seen, settle, text, until } from '../../../testing/fixture.ts';
import { isOpen, quiet, reach } from '../../../testing/toast.ts';

describe('where and how long a <wee5-toast> stands', () => {
  cleanUp();

  describe('how long it stays', () => {
    it('goes by itself after `duration`', async () => {
      const { element, client } = await quiet({ duration: 100 });
      await reach(client, element, 11);
      assert.isTrue(isOpen(element));
      await until('it is gone', () => !isOpen(element));
      assert.equal(seen(part(element, 'toast')), '');
    });

    it('stays with a duration of 0', async () => {
      const { element, client } = await quiet({ duration: 0 });
      await reach(client, element, 11);
      await pause(200);
      assert.isTrue(isOpen(element));
    });

    it('stays while it has the focus', async () => {
      const { element, client } = await quiet({ duration: 100 });
      await reach(client, element, 11);
      part(element, 'close').focus();
      await pause(300);
      assert.isTrue(isOpen(element));
      (element.shadowRoot!.activeElement as HTMLElement).blur();
      await until('it is gone', () => !isOpen(element));
    });

    it('stays while it is pointed at', async () => {
      const { element, client } = await quiet({ duration: 300 });
      await reach(client, element, 11);
      const { left, top } = part(element, 'toast').getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 20), Math.round(top + 20)] });
      await pause(600);
      assert.isTrue(isOpen(element));
      await sendMouse({ type: 'move', position: [1, 1] });
      await until('it is gone', () => !isOpen(element));
    });

    it('stays while nobody sees the page', async () => {
      const { element, client } = await quiet({ duration: 100 });
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      await reach(client, element, 11);
      await pause(300);
      assert.isTrue(isOpen(element));
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
      await until('it is gone', () => !isOpen(element));
    });

    it('ends with the element, and comes up again with the next level', async () => {
      const { element, client } = await quiet();
      await reach(client, element, 11);
      const { parentElement } = element;
      element.remove();
      await pause(0);
      parentElement!.append(element);
      await settle(element);
      assert.isFalse(isOpen(element));
      await reach(client, element, 12);
      assert.equal(text(element), '12 You reached level 12');
    });
  });

  describe('where it comes up', () => {
    const corners = {
      '': ['right', 'bottom'],
      'bottom-start': ['left', 'bottom'],
      'top-end': ['right', 'top'],
      'top-start': ['left', 'top'],
    } as const;
    for (const dir of ['ltr', 'rtl']) {
      for (const [position, [side, edge]] of Object.entries(corners)) {
        it(`stands 16 px from the corner of “${position}” in ${dir}`, async () => {
          document.documentElement.dir = dir;
          await prefer({ 'prefers-reduced-motion': 'reduce' });
          const { element, client } = await quiet(position ? { position } : {});
          await reach(client, element, 11);
          const box = part(element, 'toast').getBoundingClientRect();
          const gaps = {
            left: box.left,
            top: box.top,
            right: document.documentElement.clientWidth - box.right,
            bottom: innerHeight - box.bottom,
          };
          const mirrored = { left: 'right', right: 'left' } as const;
          assert.equal(Math.round(gaps[dir === 'rtl' ? mirrored[side] : side]), 16);
          assert.equal(Math.round(gaps[edge]), 16);
        });
      }
    }

    it('stands in the middle without a side', async () => {
      const { element, client } = await quiet({ position: 'top' });
      await reach(client, element, 11);
      const { left, right } = part(element, 'toast').getBoundingClientRect();
      assert.approximately(left, document.documentElement.clientWidth - right, 1);
    });

    it('is above a dialog that is open', async () => {
      const { element, client } = await quiet();
      const dialog = document.createElement('dialog');
      dialog.append('A dialog');
      dialog.style.cssText =
        'position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; max-inline-size: none';
      document.body.append(dialog);
      dialog.show();
      await reach(client, element, 11);
      const { left, top } = part(element, 'text').getBoundingClientRect();
      assert.equal(document.elementFromPoint(left + 2, top + 2), element);
    });
  });
});
