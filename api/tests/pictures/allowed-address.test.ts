import { expect, it } from 'vitest';
import { allowedAddress, loopbackOrigin } from '../../src/pictures/portrait/allowed-address.ts';

const hosts = ['assets.whop.com', 'img-v2-prod.whop.com'];

it.each([
  'https://assets.whop.com/uploads/ana.png',
  'https://ASSETS.whop.com:443/ana.png?w=64#x',
  'https://img-v2-prod.whop.com/unsafe/plain/https%3A%2F%2Fassets.whop.com%2Fana.png',
])('is asked: %s', (address) => {
  expect(allowedAddress(address, { hosts })?.protocol).toBe('https:');
});

it.each([
  'http://assets.whop.com/ana.png',
  'https://assets.whop.com:8443/ana.png',
  'https://user@assets.whop.com/ana.png',
  'https://:secret@assets.whop.com/ana.png',
  'https://assets.whop.com@evil.example/ana.png',
  'https://assets.whop.com.evil.example/ana.png',
  'https://evil-assets.whop.com/ana.png',
  'https://a.assets.whop.com/ana.png',
  'https://whop.com/ana.png',
  'https://biz1.apps.whop.com/ana.png',
  'https://assets.whop.com./ana.png',
  'https://аssets.whop.com/ana.png',
  'https://127.0.0.1/ana.png',
  'https://2130706433/ana.png',
  'https://[::1]/ana.png',
  'https://[::ffff:169.254.169.254]/latest/meta-data',
  'https://localhost/ana.png',
  'ftp://assets.whop.com/ana.png',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  '//assets.whop.com/ana.png',
  'ana.png',
  '',
])('is never asked: %s', (address) => {
  expect(allowedAddress(address, { hosts })).toBeUndefined();
  expect(allowedAddress(address, { hosts: [] })).toBeUndefined();
});

it('is that of a Whop which is simulated on this machine, and of no other', () => {
  const origin = loopbackOrigin('http://127.0.0.1:4000/api/v1');
  expect(allowedAddress('http://127.0.0.1:4000/ana.png', { hosts: [], origin })).toBeDefined();
  for (const address of [
    'http://127.0.0.1:4001/ana.png',
    'http://u@127.0.0.1:4000/',
    'http://localhost:4000/',
  ]) {
    expect(allowedAddress(address, { hosts: [], origin })).toBeUndefined();
  }
  for (const url of [
    'https://api.whop.com/api/v1',
    'http://10.0.0.1:4000/',
    'http://127.0.0.1.evil.example/',
  ]) {
    expect(loopbackOrigin(url)).toBeUndefined();
  }
});
