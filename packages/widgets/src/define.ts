import './components/rank-card/define.ts';
import './components/leaderboard/define.ts';
import './components/reward-list/define.ts';
