import { define } from '../../internal/define.ts';
import { LeaderboardElement } from './leaderboard.ts';

define('wee5-leaderboard', LeaderboardElement);

export { LeaderboardElement };
