import { useState, type Ref } from 'react';
import { Leaderboard, RankCard, RewardList, Wee5Provider, type RankCardProps } from '@wee5/react';
import type { RankCardElement } from '@wee5/widgets/rank-card';

export interface AppProps {
  card?: RankCardProps;
  cardRef?: Ref<RankCardElement>;
  api?: string | undefined;
  withBoard?: boolean;
}

/** A page of a stranger: the provider makes another `getToken` with every render, as pages do. */
export function App({ card = {}, cardRef, api, withBoard }: AppProps) {
  const [clicks, setClicks] = useState(0);
  return (
    <Wee5Provider community="biz_demo" api={api} getToken={() => Promise.resolve(`token.${clicks}.x`)}>
      <button onClick={() => setClicks(clicks + 1)}>{clicks}</button>
      <RankCard ref={cardRef ?? null} {...card} />
      {withBoard ? <Leaderboard limit={5} window="week" className="board" /> : null}
      {withBoard ? <RewardList /> : null}
    </Wee5Provider>
  );
}
