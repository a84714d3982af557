import { expect, it } from 'vitest';
import { DatabaseError } from '../../src/database/port.ts';
import { createLogger, type Logger } from '../../src/logger.ts';

function record(write: (log: Logger) => void): Record<string, unknown> {
  let line = '';
  write(createLogger('info', { write: (text: string) => void (line = text) }));
  return JSON.parse(line) as Record<string, unknown>;
}

it.each(['authorization', 'cookie', 'set-cookie', 'webhook-signature', 'x-wee5-key', 'x-whop-user-token'])(
  'hides the header %s',
  (name) => {
    const headers = { [name]: 'hunter2', accept: 'text/html' };
    for (const fields of [{ headers }, { req: { headers } }]) {
      const line = JSON.stringify(record((log) => log.info(fields)));
      expect(line).not.toContain('hunter2');
      expect(line).toContain(`"${name}":"[redacted]"`);
      expect(line).toContain('text/html');
    }
  },
);

it.each(['secret', 'secrets', 'webhookSecrets', 'token', 'password', 'apiKey'])(
  'hides the field %s',
  (name) => {
    for (const fields of [{ [name]: 'hunter2' }, { config: { [name]: ['hunter2'] } }]) {
      expect(JSON.stringify(record((log) => log.info(fields)))).not.toContain('hunter2');
    }
  },
);

it('tells of an error its words and its causes, and nothing a driver hung on it', () => {
  const driver = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'hunter2',
    params: ['hunter2'],
  });
  const error = new DatabaseError('refused', { kind: 'poison', sqlState: '23505', cause: driver });
  const line = record((log) => log.error({ err: error }));
  expect(line['err']).toMatchObject({
    type: 'DatabaseError',
    message: 'refused',
    kind: 'poison',
    sqlState: '23505',
    cause: { type: 'Error', message: 'duplicate key', code: '23505' },
  });
  expect(JSON.stringify(line)).not.toContain('hunter2');
});
