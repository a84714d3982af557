import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { checks } from './checks/index.ts';
import { chromium } from './drivers/chromium.ts';
import type { Engine, EngineBrowser } from './drivers/engine.ts';
import { firefox } from './drivers/firefox.ts';
import { webkit } from './drivers/webkit.ts';
import { EngineSite } from './engine-site.ts';
import type { Visitor } from './visitor.ts';

/** Each with a member of the demo community, who claims there. */
const engines: [Engine, memberId: string][] = [
  [chromium, 'user_ben'],
  [firefox, 'user_chidi'],
  [webkit, 'user_fleur'],
];

let site: EngineSite;
beforeAll(async () => {
  site = await EngineSite.open();
}, 120_000);
afterAll(() => site.stop());

describe.each(engines)('in $name', (engine, memberId) => {
  const missing = engine.missing();
  let usual: EngineBrowser;
  let calm: EngineBrowser;
  let token: string;
  const visitor: Visitor = {
    engine: engine.name,
    memberId,
    get site() {
      return site;
    },
    get token() {
      return token;
    },
    get tab() {
      return usual.tab;
    },
    get calm() {
      return calm.tab;
    },
  };

  beforeAll(async () => {
    if (missing) return;
    [usual, calm] = await Promise.all([engine.launch('usual'), engine.launch('calm')]);
    token = await site.token(memberId);
  }, 120_000);
  beforeEach(({ skip }) => skip(Boolean(missing), missing));
  afterAll(async () => {
    if (!missing) await Promise.all([usual, calm].map((browser) => browser.close()));
  });

  for (const [name, check] of Object.entries(checks)) {
    describe(`${name}:`, { timeout: 100_000 }, () => {
      check(visitor);
    });
  }
});
