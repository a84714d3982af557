import type * as z from 'zod';

/** What a part of a request must be, where its schema has no words of its own; undefined where zod's have to do. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`;
    case 'invalid_format':
      return formatWords[issue.format];
    case 'too_small':
      return boundWords(issue.origin, issue.minimum, issue.inclusive ? 'at least' : 'more than');
    case 'too_big':
      return boundWords(issue.origin, issue.maximum, issue.inclusive ? 'at most' : 'less than');
    default:
      return undefined;
  }
}

const typeWords: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

const formatWords: Partial<Record<string, string>> = {
  date: 'must be a day such as 2026-11-20',
  datetime: 'must be a time such as 2026-11-20T18:04:05Z',
  guid: 'must be a UUID',
  url: 'must be an address that begins with http:// or https://',
  uuid: 'must be a UUID',
};

function boundWords(origin: string, bound: number | bigint, relation: string): string {
  if (origin === 'string') {
    return bound === 1n || bound === 1 ? 'must not be empty' : `must have ${relation} ${bound} characters`;
  }
  if (origin === 'array')
    return `must have ${relation} ${bound} ${Number(bound) === 1 ? 'entry' : 'entries'}`;
  return `must be ${relation} ${bound}`;
}
