import { errorCodes, problemSchema, type ErrorCode } from '@wee5/contract';
import { expect, it } from 'vitest';
import { DatabaseError, type DatabaseErrorKind } from '../../src/database/port.ts';
import { ApiError, fromUnknown, toProblem } from '../../src/errors.ts';

it.each(Object.keys(errorCodes) as ErrorCode[])('gives %s a problem document of the contract', (code) => {
  const problem = toProblem(new ApiError(code, 'What happened.'), 'req-1');
  expect(problemSchema.parse(problem)).toEqual(problem);
  expect(problem).toMatchObject({
    type: `urn:wee5:problem:${code}`,
    code,
    requestId: 'req-1',
    ...errorCodes[code],
  });
});

it('says which parts of a request are wrong', () => {
  const errors = [{ path: 'limit', message: 'too big' }];
  expect(toProblem(new ApiError('validation-failed', 'x', { errors }), 'r')).toMatchObject({ errors });
});

it('hides what a 500 is about', () => {
  for (const thrown of [
    new Error('hunter2'),
    'hunter2',
    new ApiError('internal-error', 'hunter2'),
    undefined,
  ]) {
    const problem = toProblem(fromUnknown(thrown), 'req-1');
    expect(problem).toMatchObject({ status: 500, code: 'internal-error' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(problem.detail).toContain('req-1');
  }
});

it.each<[DatabaseErrorKind, ErrorCode]>([
  ['unavailable', 'storage-unavailable'],
  ['conflict', 'storage-unavailable'],
  ['stale-configuration', 'storage-unavailable'],
  ['poison', 'internal-error'],
])('answers a database error of kind %s with %s', (kind, code) => {
  const error = new DatabaseError('connect ECONNREFUSED 10.0.0.7:5432', { kind });
  const answer = fromUnknown(error);
  expect(answer).toMatchObject({ code, cause: error });
  expect(answer.retryAfterSeconds).toBe(code === 'storage-unavailable' ? 5 : undefined);
  expect(toProblem(answer, 'r').detail).not.toContain('10.0.0.7');
});

it('keeps an answer as it is', () => {
  const error = new ApiError('unknown-member', 'Nobody.');
  expect(fromUnknown(error)).toBe(error);
});
