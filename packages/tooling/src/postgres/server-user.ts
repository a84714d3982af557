import { readFileSync } from 'node:fs';

/** Who initdb and postgres run as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** The unprivileged user for the server where we are root (which Postgres refuses); undefined elsewhere. */
export function findServerUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) {
    throw new Error(
      'Postgres refuses to run as root and /etc/passwd has neither "postgres" nor "nobody" to run it as: ' +
        'add one of them or run this as another user.',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}
