'use client';

import type { ReactNode } from 'react';
import { Wee5Provider } from '@wee5/react';

async function getToken(): Promise<string> {
  const response = await fetch('/api/wee5-token');
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}

export function MemberProvider({ api, children }: { api: string; children: ReactNode }) {
  return (
    <Wee5Provider community="biz_demo" api={api} getToken={getToken}>
      {children}
    </Wee5Provider>
  );
}
