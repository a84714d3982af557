import { useState, type ComponentType, type Ref } from 'react';
import * as exported from '@wee5/react';
import { Leaderboard, RankCard, Wee5Provider, type RankCardProps } from '@wee5/react';
import type { RankCardElement } from '@wee5/widgets/rank-card';

export interface AppProps {
  card?: RankCardProps;
  cardRef?: Ref<RankCardElement>;
  api?: string | undefined;
  /** Every component that there is, and a board of five. */
  withAll?: boolean;
}

const widgets = Object.values<unknown>(exported).filter(
  (one): one is ComponentType => typeof one === 'object' && one !== null,
);

/** A page of a stranger: the provider makes another `getToken` with every render, as pages do. */
export function App({ card = {}, cardRef, api, withAll }: AppProps) {
  const [clicks, setClicks] = useState(0);
  return (
    <Wee5Provider community="biz_demo" api={api} getToken={() => Promise.resolve(`token.${clicks}.x`)}>
      <button onClick={() => setClicks(clicks + 1)}>{clicks}</button>
      <RankCard ref={cardRef ?? null} {...card} />
      {withAll ? <Leaderboard limit={5} window="week" className="board" /> : null}
      {withAll ? widgets.map((Widget, index) => <Widget key={index} />) : null}
    </Wee5Provider>
  );
}
