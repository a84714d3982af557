import { createServer, type AddressInfo } from 'node:net';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { openPglite } from '../../src/database/pglite.ts';
import { toConfig } from '../../src/config.ts';
import { connectWhop } from '../../src/whop/client.ts';
import { startServer, type RunningServer } from '../../src/server.ts';
import { changed } from './fixtures.ts';
import { sign } from './sign.ts';

export const companyId = 'biz_hosted1';
export const experienceId = 'exp_hosted1';
export const owner = 'user_owner1';

/** A server as it is hosted: it knows its public address, and a Whop stands behind it that signs and answers. */
export interface HostedApp extends RunningServer {
  readonly whop: WhopSimulator;
  /** Lets Whop know a user, and what they may do in the community. */
  admit(userId: string, level?: 'customer' | 'admin'): void;
  /** One chat message of a member, who may not have been there before. */
  chat(userId: string, name?: string): Promise<void>;
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
  const asked = connectWhop(toConfig(environment).whop, () => new Date());
  if (!asked) throw new Error('The simulated Whop has no key.');
  const server = await startServer({ environment, database: await openPglite(), whop: asked });
  let messages = 0;
  return {
    ...server,
    whop,
    admit: (userId, level = 'customer') => {
      whop.world.addUser({ id: userId });
      whop.world.grant(userId, companyId, level);
    },
    chat: async (userId, name) => {
      const now = new Date();
      const id = `${userId}_${(messages += 1)}`;
      const body = changed('chat-message', {
        id: `msg_${id}`,
        company_id: companyId,
        timestamp: now.toISOString(),
        'data.message.id': `post_${id}`,
        'data.message.created_at': now.toISOString(),
        'data.message.user': { id: userId, username: userId.replace('user_', ''), name: name ?? null },
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
