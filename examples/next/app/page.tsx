import { Leaderboard, RankCard, RewardList } from '@wee5/react';

/** A server component: it renders each widget's tag with its height reserved, and the browser fills it. */
export default function Page() {
  return (
    <main style={{ display: 'grid', gap: 16 }}>
      <RankCard user="me" />
      <Leaderboard limit={10} />
      <RewardList user="me" />
    </main>
  );
}
