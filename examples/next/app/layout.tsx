import type { ReactNode } from 'react';
import { MemberProvider } from './member-provider';

export const metadata = { title: 'Wee5 with Next', icons: 'data:,' };

/** Read where this runs, for every request: the address of Wee5 is not built into the page. */
export const dynamic = 'force-dynamic';

export default function Layout({ children }: { children: ReactNode }) {
  const api = process.env.WEE5_URL ?? 'http://localhost:3000';
  return (
    <html lang="en">
      <body style={{ maxWidth: 480, margin: '40px auto', padding: '0 16px', fontFamily: 'system-ui' }}>
        <MemberProvider api={api}>{children}</MemberProvider>
      </body>
    </html>
  );
}
