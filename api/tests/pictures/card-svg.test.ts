import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difficultNames, hostileNames } from '../support/hostile-names.ts';
import { communityId, startPictureServer, type PictureServer } from '../support/picture-server.ts';

let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer();
  await server.portray('user_maya', { name: 'Maya Chen', xp: 5210 });
  await server.portray('user_ben', { name: 'Ben', xp: 6000 });
});
afterAll(() => server.stop());

interface Parsed {
  elements: Set<string>;
  attributes: Set<string>;
  title: string;
  /** Everything that is drawn as text. */
  text: string[];
}

/** As an XML parser reads it, which forgives nothing. */
function parse(svg: string): Parsed {
  const parsed: Parsed = { elements: new Set(), attributes: new Set(), title: '', text: [] };
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    parsed.elements.add(name);
    for (const attribute of Object.keys(attributes)) parsed.attributes.add(attribute);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    if (open.at(-1) === 'title') parsed.title += text;
    if (open.at(-1) === 'tspan') parsed.text.push(text);
  });
  parser.write(svg).close();
  return parsed;
}

async function svgOf(userId: string, query = ''): Promise<Parsed> {
  const response = await server.picture(userId, `card.svg${query}`);
  expect(response.status).toBe(200);
  return parse(await response.text());
}

it('shows and says what the card does', async () => {
  const { title, text } = await svgOf('user_maya');
  expect(title).toBe('Maya Chen, level 10, 5,210 XP, rank 2 of 2');
  expect(text).toEqual(
    expect.arrayContaining(['M', 'Maya Chen', 'Level', '10', '5,210 XP', 'of 5,775', '2', 'of 2']),
  );
});

it.each<[string, Record<string, unknown>, string]>([
  ['0 XP', { xp: 0 }, 'Somebody, level 0, 0 XP'],
  ['a number that is shortened', { xp: 12_345_678 }, 'Somebody, level 190, 12,345,678 XP, rank 1 of 3'],
])('says every number whole: %s', async (_about, portrayed, title) => {
  await server.portray('user_some', { name: 'Somebody', ...portrayed });
  expect((await svgOf('user_some')).title).toBe(title);
  await server.portray('user_some', { visibility: 'hidden' });
});

it('is safe to be opened as a page too', async () => {
  const { headers } = await server.picture('user_maya', 'card.svg');
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; img-src data:; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('x-request-id')).toBeTruthy();
});

describe('a name', () => {
  const ours = ['svg', 'title', 'desc', 'rect', 'path', 'circle', 'text', 'tspan'];

  it.each(hostileNames)('stays a name: %s', async (_about, name) => {
    await server.portray('user_hostile', { name });
    const { elements, attributes, title, text } = await svgOf('user_hostile');
    expect([...elements].filter((element) => !ours.includes(element))).toEqual([]);
    expect([...attributes].filter((attribute) => /^on|href|style|src/i.test(attribute))).toEqual([]);
    expect(title.startsWith(`${name}, level `)).toBe(true);
    expect(name.startsWith(text[1]?.replace(/…$/, '') ?? '?')).toBe(true);
  });

  it.each(difficultNames)('is there whole for whoever hears it: %s', async (_about, name) => {
    await server.portray('user_difficult', { name });
    expect((await svgOf('user_difficult')).title.startsWith(`${name}, level `)).toBe(true);
  });

  it.each([
    ['turns of direction', '\u202Eevil\u202C \u2066name\u2069\u200F', 'evil name'],
    ['control characters and line breaks', 'two\u0007\u0085 lines\n\there\u2028', 'two lines here'],
    ['what XML does not allow', 'a\uFFFEb\uFFFFc', 'abc'],
    ['towers of marks', `Z${'\u0351\u036B'.repeat(20)}algo`, 'Z\u0351\u036B\u0351algo'],
    ['nothing that could be seen', '\u202E\u2066\u200E \u2028', 'Member'],
  ])('is freed of %s', async (_about, name, shown) => {
    await server.portray('user_odd', { name });
    expect((await svgOf('user_odd')).title.split(', level ')[0]).toBe(shown);
  });
});

describe('its look', () => {
  it("is light, dark, or as the community's theme says", async () => {
    const surface = async (query = '') =>
      /<rect[^>]*fill="(#\w+)"/.exec(
        await (await server.picture('user_maya', `card.svg${query}`)).text(),
      )?.[1];
    expect(await surface()).toBe('#ffffff');
    const dark = await surface('?theme=dark');
    expect(dark).not.toBe('#ffffff');
    await server.pglite.query(`update communities set theme = '{"scheme":"dark"}' where id = $1`, [
      communityId,
    ]);
    expect(await surface()).toBe(dark);
    expect(await surface('?theme=light')).toBe('#ffffff');
    await server.pglite.query(`update communities set theme = '{}' where id = $1`, [communityId]);
  });

  it('takes the accent, and nothing else, from what a community saved', async () => {
    const theme = JSON.stringify({
      accent: '"/><script>alert(1)</script>',
      theme: '<b>',
      surface: 'url(//x)',
    });
    await server.pglite.query('update communities set theme = $2 where id = $1', [communityId, theme]);
    const usual = await (await server.picture('user_maya', 'card.svg')).text();
    await server.pglite.query(`update communities set theme = '{"accent":"#e11d48"}' where id = $1`, [
      communityId,
    ]);
    const red = await (await server.picture('user_maya', 'card.svg')).text();
    expect(red).toContain('stroke="#e11d48"');
    await server.pglite.query(`update communities set theme = '{}' where id = $1`, [communityId]);
    expect(await (await server.picture('user_maya', 'card.svg')).text()).toBe(usual);
  });

  it('has no corners where a page crops it', async () => {
    expect(await (await server.picture('user_maya', 'card.svg')).text()).toContain('rx="28"');
    expect(await (await server.picture('user_maya', 'card.svg?size=og')).text()).not.toContain('rx=');
  });

  it.each(['theme=pink', 'lang=<b>', 'size=huge', 'theme=dark&theme=light'])(
    'is no other: %s',
    async (query) => {
      const response = await server.picture('user_maya', `card.svg?${query}`);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'validation-failed' }]);
    },
  );

  it.each([
    ['pt-PT', 'pt-BR', 'Nível'],
    ['de-AT', 'de', 'Höchstes|Rang'],
    ['zh-TW', 'zh-Hant', '連續紀錄'],
    ['zh', 'zh-Hans', '连续记录'],
    ['ja', 'ja', 'レベル'],
    ['ar-EG', 'ar', '٥٬٢١٠ XP'],
  ])('is in the language asked for, whatever the region: %s is %s', async (asked, lang, word) => {
    const svg = await (await server.picture('user_maya', `card.svg?lang=${asked}`)).text();
    expect(svg).toContain(`xml:lang="${lang}"`);
    expect(svg).toMatch(new RegExp(word));
  });

  it.each(['he', 'tlh', 'en-a'])('is English where it has no words of a language: %s', async (asked) => {
    const svg = await (await server.picture('user_maya', `card.svg?lang=${asked}`)).text();
    expect(svg).toContain('xml:lang="en"');
  });

  it('is laid out from the right in Arabic, and only there', async () => {
    const placesOf = async (lang: string) => {
      const svg = await (await server.picture('user_maya', `card.svg?lang=${lang}`)).text();
      const lines = [...svg.matchAll(/<svg x="([\d.]+)"[^>]*width="(\d+)"[^>]*><text([^>]*)>/g)];
      return lines.map(([, x, width, text]) => ({ x: Number(x), width: Number(width), text }));
    };
    const [arabic, english] = [await placesOf('ar'), await placesOf('en')];
    expect(arabic.map(({ x, width }) => 600 - x - width)).toEqual(english.map(({ x }) => x));
    expect(arabic.every(({ text }) => text?.includes('direction="rtl"'))).toBe(true);
    expect(english.some(({ text }) => text?.includes('direction'))).toBe(false);
  });

  it('leaves every name the direction that it begins with, and gives our own words that of their language', async () => {
    const svg = await (await server.picture('user_maya', 'card.svg?lang=ar')).text();
    const spanOf = (text: string) => new RegExp(`<tspan ([^>]*)>${text}</tspan>`).exec(svg)?.[1];
    expect(spanOf('Maya Chen')).toMatch(/^unicode-bidi="plaintext"/);
    expect(spanOf('5,210 XP')).toMatch(/^direction="rtl" unicode-bidi="isolate"/);
    expect(svg).toContain('<title>\u2068Maya Chen\u2069، المستوى 10، 5,210 XP');
  });
});
