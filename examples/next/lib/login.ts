import { cookies } from 'next/headers';

/** Stands for your own login: the Whop id of whoever is logged in. Here that is Chidi, unless a cookie names another. */
export async function findUserId(): Promise<string | undefined> {
  const cookie = (await cookies()).get('member');
  return cookie ? cookie.value : 'user_chidi';
}
