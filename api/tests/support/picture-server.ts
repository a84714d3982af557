import { decode } from 'fast-png';
import type { ServerOverrides } from '../../src/server.ts';
import { startIdentityServer, type IdentityServer } from './identity-server.ts';

export const communityId = 'biz_pictures';

export interface Portrayed {
  name?: string;
  xp?: number;
  visibility?: 'public' | 'members' | 'hidden';
  pseudonym?: string;
  publicId?: string;
  avatarUrl?: string | null;
}

/** The real server with a public community whose members are as tests want to see them. */
export interface PictureServer extends IdentityServer {
  /** Sets who a member is, and what they show. */
  portray(userId: string, portrayed: Portrayed): Promise<void>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A member's picture, such as `card.svg?theme=dark`. */
  picture(userId: string, file: string, headers?: Record<string, string>): Promise<Response>;
}

export async function startPictureServer(overrides?: ServerOverrides): Promise<PictureServer> {
  const server = await startIdentityServer(overrides);
  await server.addCommunity(communityId, 'public');
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });
  return {
    ...server,
    get,
    portray: async (userId, { name, xp = 5210, visibility = 'public', ...portrayed }) => {
      const { pseudonym = null, publicId = null, avatarUrl = null } = portrayed;
      const row = [communityId, userId, xp, name ?? null, visibility, pseudonym, publicId, avatarUrl];
      await server.pglite.query(
        `insert into users (community_id, id, xp, peak_xp, reached_at, display_name, visibility, pseudonym, public_id,
           avatar_url)
         values ($1, $2, $3, $3, now(), $4, $5, $6, $7, $8)
         on conflict (community_id, id) do update set xp = $3, peak_xp = $3, display_name = $4, visibility = $5,
           pseudonym = $6, public_id = $7, avatar_url = $8`,
        row,
      );
    },
    picture: (userId, file, headers) =>
      get(`/api/v1/communities/${communityId}/members/${encodeURIComponent(userId)}/${file}`, headers),
  };
}

export interface Pixels {
  width: number;
  height: number;
  /** `#rrggbb` of one pixel. */
  at(x: number, y: number): string;
  /** How many pixels of an area are not of this colour. */
  inked(area: Area, ground: string): number;
}

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, data, channels } = decode(png);
  const at = (x: number, y: number): string => {
    const start = (y * width + x) * channels;
    return `#${Array.from(data.slice(start, start + 3), (value) => value.toString(16).padStart(2, '0')).join('')}`;
  };
  const inked = ({ left, top, right, bottom }: Area, ground: string): number => {
    let count = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) if (at(x, y) !== ground) count += 1;
    }
    return count;
  };
  return { width, height, at, inked };
}
