import { describe, expect, it } from 'vitest';
import { toTarget } from '../../smoke/target.ts';

const whole = {
  SUPABASE_URL: 'https://abcdefgh.supabase.co/',
  SUPABASE_SECRET_KEY: 'sb_secret_1',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
  WEE5_JWT_KEY: 'a-shared-secret-of-at-least-32-characters',
};

describe('the target of the smoke test', () => {
  it('is what the environment names', () => {
    expect(toTarget({ ...whole, DATABASE_URL: 'postgres://wee5@localhost/wee5' })).toMatchObject({
      supabase: {
        url: 'https://abcdefgh.supabase.co',
        secretKey: 'sb_secret_1',
        publishableKey: 'sb_publishable_1',
      },
      databaseUrl: 'postgres://wee5@localhost/wee5',
      upstashUrl: undefined,
    });
  });

  it.each(Object.keys(whole))(
    'says that %s is missing, since nothing stands in for a real Supabase',
    (name) => {
      expect(() => toTarget({ ...whole, [name]: ' ' })).toThrow(
        `${name} is missing: the smoke test needs a real Supabase.`,
      );
    },
  );

  it('names all that is missing at once', () => {
    expect(() => toTarget({})).toThrow(new RegExp(Object.keys(whole).join('[^]*')));
  });

  it('says what is wrong with the rest as the server would', () => {
    expect(() => toTarget({ ...whole, DATABASE_URL: 'localhost' })).toThrow(
      'DATABASE_URL must be a URL such as',
    );
  });
});
