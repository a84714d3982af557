import { createServer, type AddressInfo } from 'node:net';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { openPglite } from '../../src/database/pglite.ts';
import { startServer, type RunningServer } from '../../src/server.ts';
import { changed } from './fixtures.ts';
import { sign } from './sign.ts';

export const companyId = 'biz_hosted1';
export const experienceId = 'exp_hosted1';
export const owner = 'user_owner1';

/** A server as it is hosted: it knows its public address, and a Whop stands behind it that signs and answers. */
export interface HostedApp extends RunningServer {
  readonly whop: WhopSimulator;
  /** Lets Whop know a user by name, and what they may do in the community. */
  admit(userId: string, name: string, level?: 'customer' | 'admin'): void;
  /** One chat message of a user whom Whop knows. */
  chat(userId: string): Promise<void>;
}

export async function startHostedApp(): Promise<HostedApp> {
  const whop = await WhopSimulator.start({ appId: 'app_hosted1' });
  whop.world.addUser({ id: owner, username: 'olu', name: 'Olu Adeyemi' });
  whop.world.addCompany({ id: companyId, title: 'Night Builders', ownerUserId: owner });
  whop.world.addExperience({ id: experienceId, companyId });

  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...whop.environment,
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'silent',
  };
  const server = await startServer({ environment, database: await openPglite() });
  let messages = 0;
  return {
    ...server,
    whop,
    admit: (userId, name, level = 'customer') => {
      whop.world.addUser({ id: userId, name });
      whop.world.grant(userId, companyId, level);
    },
    chat: async (userId) => {
      const now = new Date();
      const id = `${userId}_${(messages += 1)}`;
      const body = changed('chat-message', {
        id: `msg_${id}`,
        company_id: companyId,
        timestamp: now.toISOString(),
        'data.message.id': `post_${id}`,
        'data.message.created_at': now.toISOString(),
        'data.message.user': whop.world.users.get(userId),
      });
      const headers = { ...sign(body, whop.webhookSecret, now) };
      const answer = await fetch(`${url}/api/webhook`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`);
    },
    stop: async () => {
      await server.stop();
      await whop.stop();
    },
  };
}

function findFreePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
