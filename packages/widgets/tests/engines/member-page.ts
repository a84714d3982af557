/** All widgets. */
export const allWidgets = `<p>Somebody <wee5-level-badge user="user_ana"></wee5-level-badge> said hello.</p>
  <wee5-rank-card></wee5-rank-card>
  <wee5-leaderboard limit="5" windows="week month all" window="all"></wee5-leaderboard>
  <wee5-reward-list></wee5-reward-list><wee5-activity></wee5-activity><wee5-toast duration="0"></wee5-toast>`;

/** What they say to a member, in English. */
export const shown: Record<string, RegExp> = {
  'wee5-rank-card': /Level \d+ .*XP .*Live/,
  'wee5-leaderboard': /Ana Duarte .*\d members .*Live/,
  'wee5-reward-list': /Strategy call .*Call with the founder .*Live/,
  'wee5-level-badge': /\d/,
  'wee5-activity': /Chat message .*\+15/,
};

/** The script tag, for a member. */
export function memberScript(token: string, attributes = 'data-community="biz_demo"'): string {
  const configure = `Wee5.configure({ getToken: () => Promise.resolve('${token}') })`;
  return `<script async src="API/widgets/v1/wee5.js" ${attributes} onload="${configure}"></script>`;
}
