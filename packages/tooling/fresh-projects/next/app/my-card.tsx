'use client';

import { useEffect, useRef, useState } from 'react';
import { RankCard } from '@wee5/react';

export function MyCard() {
  const card = useRef<HTMLElementTagNameMap['wee5-rank-card']>(null);
  const [user, setUser] = useState<string>();
  useEffect(() => setUser(card.current?.getAttribute('user') ?? 'nobody'), []);
  return (
    <>
      <output>{user}</output>
      <RankCard ref={card} user="user_maya" onLeveledUp={({ level }) => console.info(level)} />
    </>
  );
}
