/**
 * The script tag. It reads what the page's widgets share from its own element, then defines them:
 *
 * ```html
 * <script async src="https://api.example.com/widgets/v1/wee5.js" data-community="biz_demo"></script>
 * ```
 *
 * `data-api` is the script's own origin if not given. With `data-experience` the page is one that Whop opened for a
 * member, who is asked for at the page's own origin. A second script tag changes nothing.
 */
import { sessionTokens } from '@wee5/client';
import { LeaderboardElement } from './components/leaderboard/leaderboard.ts';
import { RankCardElement } from './components/rank-card/rank-card.ts';
import { RewardListElement } from './components/reward-list/reward-list.ts';
import { configure } from './config.ts';
import { define } from './internal/define.ts';
import type { Theme } from './internal/theme.ts';

declare global {
  var Wee5: { configure: typeof configure } | undefined;
}

if (!globalThis.Wee5) {
  globalThis.Wee5 = { configure };
  // Only a classic script knows its own element, and only while it runs.
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement) configure(readDefaults(script));
  define('wee5-rank-card', RankCardElement);
  define('wee5-leaderboard', LeaderboardElement);
  define('wee5-reward-list', RewardListElement);
}

function readDefaults({ src, dataset }: HTMLScriptElement) {
  const { community, api, key, theme, experience } = dataset;
  return {
    community,
    api: api ?? (src ? new URL(src).origin : undefined),
    publicKey: key,
    theme: theme as Theme | undefined,
    // Whop names the reader to the page's own origin alone.
    getToken: experience ? sessionTokens({ apiUrl: location.origin, experienceId: experience }) : undefined,
  };
}
