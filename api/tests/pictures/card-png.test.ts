import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difficultNames, hostileNames } from '../support/hostile-names.ts';
import {
  pixelsOf,
  startPictureServer,
  type Area,
  type Pixels,
  type PictureServer,
} from '../support/picture-server.ts';

let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer();
  await server.portray('user_maya', { name: 'Maya Chen' });
});
afterAll(() => server.stop());

async function pictureOf(userId: string, query = ''): Promise<Pixels> {
  const response = await server.picture(userId, `card.png${query}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  return pixelsOf(await response.bytes());
}

const surface = '#ffffff';
const nameArea: Area = { left: 238, top: 50, right: 560, bottom: 90 };
const initialArea: Area = { left: 90, top: 85, right: 156, bottom: 150 };
const margins: Area[] = [
  { left: 562, top: 40, right: 598, bottom: 270 },
  { left: 60, top: 292, right: 540, bottom: 313 },
  { left: 60, top: 2, right: 540, bottom: 30 },
];

it.each([
  ['', 600, 315],
  ['?scale=2', 1200, 630],
  ['?scale=3', 1800, 945],
  ['?size=og', 1200, 630],
  ['?size=og&scale=3', 1200, 630],
])('is as large as it was asked for: card.png%s', async (query, width, height) => {
  expect(await pictureOf('user_maya', query)).toMatchObject({ width, height });
});

it.each(['scale=0', 'scale=4', 'scale=1.5', 'scale=x', 'scale=1e9'])(
  'is no other size: %s',
  async (query) => {
    expect((await server.picture('user_maya', `card.png?${query}`)).status).toBe(400);
  },
);

it('fills its ring with progress', async () => {
  // Level 10 begins at 4,675 XP, level 11 at 5,775.
  const accented = async (xp: number) => {
    await server.portray('user_ring', { name: 'Ring', xp });
    const picture = await pictureOf('user_ring');
    const left: Area = { left: 38, top: 80, right: 52, bottom: 160 };
    return picture.inked(left, '#f0f1f5') - picture.inked(left, picture.at(123, 42));
  };
  const [little, much] = [await accented(4785), await accented(5665)];
  expect(much).toBeGreaterThan(little + 500);
});

describe('a name', () => {
  it.each([...difficultNames, ...hostileNames])(
    'is drawn, and nothing leaves its place: %s',
    async (_about, name) => {
      await server.portray('user_named', { name });
      const picture = await pictureOf('user_named');
      expect(picture.inked(nameArea, surface)).toBeGreaterThan(150);
      for (const margin of margins) expect(picture.inked(margin, surface)).toBe(0);
    },
  );

  it.each(difficultNames)('has a first letter to stand for it: %s', async (_about, name) => {
    await server.portray('user_named', { name });
    const picture = await pictureOf('user_named');
    expect(picture.inked(initialArea, picture.at(123, 62))).toBeGreaterThan(60);
  });

  it('in Arabic is joined and read from the right', async () => {
    const width = async (name: string) => {
      await server.portray('user_named', { name });
      return widthOf(await pictureOf('user_named'));
    };
    // Joined letters take less room than the same ones kept apart, and three copies are about as wide as that.
    expect(await width('ببب')).toBeLessThan((await width('ب\u200Cب\u200Cب')) * 0.8);
    // What is written first stands at the right: only there the short letter leaves a gap below the tall one's left.
    await server.portray('user_named', { name: 'اااااا.' });
    const picture = await pictureOf('user_named');
    const firstColumn = picture.inked({ left: 238, right: 246, top: 50, bottom: 68 }, surface);
    expect(firstColumn).toBe(0);
  });
});

describe('an emoji', () => {
  /** The colours that are much more colourful than text ever is. */
  const colourful = async (name: string) => {
    await server.portray('user_named', { name });
    const picture = await pictureOf('user_named');
    let count = 0;
    for (let y = nameArea.top; y < nameArea.bottom; y += 1) {
      for (let x = nameArea.left; x < nameArea.right; x += 1) {
        const rgb = [1, 3, 5].map((at) => Number.parseInt(picture.at(x, y).slice(at, at + 2), 16));
        if (Math.max(...rgb) - Math.min(...rgb) > 80) count += 1;
      }
    }
    return { count, width: widthOf(picture) };
  };

  it.each([
    '🌸',
    '👩🏽‍🚀',
    '👨‍👩‍👧‍👦',
    '🇩🇪',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '❤️',
    '1️⃣',
    '🧑🏻‍🤝‍🧑🏿',
  ])('is one, and in colour: %s', async (emoji) => {
    const { count, width } = await colourful(emoji);
    expect(count).toBeGreaterThan(60);
    expect(width).toBeLessThanOrEqual(32);
  });

  it('that came after the coloured ones is there all the same', async () => {
    const { count, width } = await colourful('🫩');
    expect(count).toBe(0);
    expect(width).toBeGreaterThan(15);
  });

  it('that is a plain character stays one', async () => {
    expect((await colourful('12 © ™')).count).toBe(0);
  });
});

it('is laid out from the right in Arabic', async () => {
  const picture = await pictureOf('user_maya', '?lang=ar');
  // The ring is at the right, and the words end where it begins.
  expect(picture.inked({ left: 470, top: 36, right: 484, bottom: 48 }, surface)).toBeGreaterThan(100);
  expect(picture.inked({ left: 38, top: 40, right: 120, bottom: 200 }, surface)).toBe(0);
  const name: Area = { left: 340, top: 50, right: 362, bottom: 90 };
  expect(picture.inked(name, surface)).toBeGreaterThan(20);
  expect(picture.inked({ ...name, left: 363, right: 390 }, surface)).toBe(0);
});

/** From the first to the last column that has ink, in the place of a name. */
function widthOf(picture: Pixels): number {
  const column = (x: number) => picture.inked({ ...nameArea, left: x, right: x + 1 }, surface) > 0;
  const columns = Array.from({ length: 322 }, (_, index) => 238 + index).filter(column);
  return (columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1;
}

it('is drawn once for everybody who asks', async () => {
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => server.picture('user_maya', 'card.png?theme=dark')),
  );
  const bodies = await Promise.all(asked.map(async (response) => Buffer.from(await response.arrayBuffer())));
  expect(new Set(bodies.map((body) => body.toString('base64'))).size).toBe(1);
});
