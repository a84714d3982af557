import { Leaderboard, Wee5Provider } from '@wee5/react';
import { MyCard } from './my-card';

/** A server component: it renders the widgets' tags and passes them everything but functions. */
export default async function Page({ searchParams }: { searchParams: Promise<{ api: string }> }) {
  const { api } = await searchParams;
  return (
    <Wee5Provider community="biz_demo" api={api}>
      <MyCard />
      <Leaderboard limit={5}>
        <span slot="title">Top five</span>
      </Leaderboard>
    </Wee5Provider>
  );
}
