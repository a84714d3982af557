import { afterAll, beforeAll, describe, it } from 'vitest';
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

/** Why an engine is not tried. */
function missing(engine: Engine): string | undefined {
  if (engine !== chromium && !process.env['WEE5_ALL_ENGINES'])
    return 'WEE5_ALL_ENGINES is not set: another engine takes a minute more';
  return engine.missing();
}

const left = engines.map(([engine]) => ({ name: engine.name, reason: missing(engine) }));
it.for(left.filter(({ reason }) => reason))('everything is tried in $name', ({ reason }, { skip }) =>
  skip(reason),
);

describe.each(engines.filter(([engine]) => !missing(engine)))('in $name', (engine, memberId) => {
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
    [usual, calm] = await Promise.all([engine.launch('usual'), engine.launch('calm')]);
    token = await site.token(memberId);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([usual, calm].map((browser) => browser.close()));
  });

  for (const [name, check] of Object.entries(checks)) {
    describe(`${name}:`, { timeout: 100_000 }, () => {
      check(visitor);
    });
  }
});
