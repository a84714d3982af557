/**
 * The script tag. It reads what the page's widgets share from its own element, then defines them:
 *
 * ```html
 * <script async src="https://api.example.com/widgets/v1/wee5.js" data-community="biz_demo"></script>
 * ```
 *
 * A second script tag changes nothing; one of another version says so in the console.
 */
import { LeaderboardElement } from '../components/leaderboard/leaderboard.ts';
import { RankCardElement } from '../components/rank-card/rank-card.ts';
import { RewardListElement } from '../components/reward-list/reward-list.ts';
import { configure } from '../config.ts';
import { define } from '../internal/define.ts';
import { version } from '../internal/version.ts';
import type { LazyTag } from './lazy-tags.ts';
import { readDefaults } from './read-defaults.ts';
import { watchTags } from './watch-tags.ts';

/** All that the script tag leaves in the page. */
export interface Wee5Global {
  version: string;
  configure: typeof configure;
  /** Loads what the smaller widgets need that stand in a shadow root of the page's, where the script does not look. */
  define: (root: ParentNode) => void;
}

declare global {
  var Wee5: Wee5Global | undefined;
}

/** Widgets that few pages have. */
const lazyTags: LazyTag[] = ['wee5-level-badge', 'wee5-activity', 'wee5-toast'];

async function loadTag(tag: LazyTag): Promise<unknown> {
  const tags = await import('./lazy-tags.ts');
  return tags.lazyTags[tag]();
}

// An element of the page with that id is no Wee5.
const other = globalThis.Wee5?.version;
// A browser that is too old for the styles shows what the page has put into the elements.
if (other !== version && 'adoptedStyleSheets' in document) {
  // Only a classic script knows its own element, and only while it runs.
  const script = document.currentScript;
  if (!other && script instanceof HTMLScriptElement) configure(readDefaults(script));
  define('wee5-rank-card', RankCardElement);
  define('wee5-leaderboard', LeaderboardElement);
  define('wee5-reward-list', RewardListElement);
  if (!other) globalThis.Wee5 = { version, configure, define: watchTags(lazyTags, loadTag) };
}
