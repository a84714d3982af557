const levels: number[] = [];

export const right = (
  <>
    <wee5-rank-card user="user_maya" theme="dark" onwee5-leveled-up={(event) => levels.push(event.level)} />
    <wee5-leaderboard limit={5} window="week" public-key="pk_1" class="board" />
  </>
);
// @ts-expect-error: a window is one of four.
export const wrongValue = <wee5-leaderboard window="year" />;
// @ts-expect-error: a board has no user.
export const wrongName = <wee5-leaderboard user="user_maya" />;
// @ts-expect-error: the event has no rank.
export const wrongEvent = <wee5-rank-card onwee5-leveled-up={(event) => levels.push(event.rank)} />;
