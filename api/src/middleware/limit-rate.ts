import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors.ts';
import { anonymous } from '../identity/identity.ts';
import type { Subject } from '../limits/policies.ts';
import type { Allowance, RateLimiter } from '../limits/rate-limiter.ts';
import { subjectOf } from '../limits/subject-of.ts';

export interface LimitRateOptions {
  limiter: Pick<RateLimiter, 'take'>;
  now: () => Date;
  /** Called for every request that is refused. */
  onRefusal: (kind: Subject['kind']) => void;
  /** Who is asking, once that is verified; the address unless given. */
  findSubject?: (request: Request) => Subject | Promise<Subject>;
}

/**
 * Counts a request and refuses it with `rate-limited` where its subject has asked too often. A live stream counts
 * once, when it is opened. A request whose identity cannot be verified counts for its address, and then fails as it
 * would have: guessing keys is limited too.
 */
export function limitRate(options: LimitRateOptions) {
  const findSubject = options.findSubject ?? addressOf;
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    // A browser asks before it asks: only the question itself counts.
    if (request.method === 'OPTIONS') return next();
    try {
      await count(options, response, await findSubject(request));
    } catch (error) {
      if (!isRefusal(error)) await count(options, response, addressOf(request));
      throw error;
    }
    next();
  };
}

function addressOf(request: Request): Subject {
  return subjectOf(anonymous, request.ip);
}

async function count(options: LimitRateOptions, response: Response, subject: Subject): Promise<void> {
  const allowance = await options.limiter.take(subject);
  if (!allowance) return;
  const seconds = Math.max(1, Math.ceil((allowance.resetAt - options.now().getTime()) / 1000));
  announce(response, allowance, seconds);
  if (allowance.allowed) return;
  options.onRefusal(subject.kind);
  const { quota, windowSeconds } = allowance.policy;
  const detail = `More than ${quota} requests in ${windowSeconds} s: wait ${seconds} s, and ask less often.`;
  throw new ApiError('rate-limited', detail, { retryAfterSeconds: seconds });
}

/** The fields of draft-ietf-httpapi-ratelimit-headers: quota and window of the policy, then what is left of it. */
function announce(response: Response, { kind, policy, remaining }: Allowance, seconds: number): void {
  response.setHeader('RateLimit-Policy', `"${kind}";q=${policy.quota};w=${policy.windowSeconds}`);
  response.setHeader('RateLimit', `"${kind}";r=${remaining};t=${seconds}`);
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'rate-limited';
}
