import { HttpError } from '../errors.ts';

/** Whether the API understood and does not want to: the same question will get the same answer. */
export function isRefusal(error: unknown): error is HttpError {
  return error instanceof HttpError && error.status < 500 && error.status !== 408 && error.status !== 429;
}
