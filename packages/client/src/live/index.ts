import type { FeedParts, Live } from '../live-part.ts';
import { browserPage } from './browser-page.ts';
import { LiveViews } from './live-views.ts';
import { loadRealtime } from './transports/load-realtime.ts';

/** The live part of a feed, in the page that there is. */
export function createLive(parts: FeedParts): Live {
  const environment = { page: browserPage(), loadRealtime, ...parts.environment };
  return new LiveViews({ ...parts, environment });
}
