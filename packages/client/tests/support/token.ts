/** A JWT by its form; nobody in these tests verifies it. */
export function tokenUntil(expiry: number, name = 'ana'): string {
  const claims = { sub: name, exp: Math.floor(expiry / 1000) };
  return ['{}', JSON.stringify(claims), 'ü'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}
