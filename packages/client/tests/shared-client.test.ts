import { expect, it } from 'vitest';
import { sharedClient } from '../src/index.ts';

const options = { apiUrl: 'https://api.example.com', communityId: 'biz_1' };

it('is one client for the same address, community and identity, however the address is written', () => {
  const client = sharedClient(options);
  expect(sharedClient({ ...options })).toBe(client);
  expect(sharedClient({ ...options, apiUrl: 'HTTPS://API.example.com:443/' })).toBe(client);
});

it('is another client for another community, address, key or identity', () => {
  const getToken = async () => 'ey';
  const clients = [
    {},
    { communityId: 'biz_2' },
    { apiUrl: 'https://api.example.com/wee5' },
    { key: 'pk_1' },
    { token: 'ey.1' },
    { token: 'ey.2' },
    { getToken },
    { getToken: async () => 'ey' },
    { getToken, key: 'pk_1' },
  ].map((other) => sharedClient({ ...options, ...other }));
  expect(new Set(clients).size).toBe(clients.length);
  expect(sharedClient({ ...options, getToken })).toBe(clients[6]);
});
