import { communities } from './communities.ts';
import { deliveries } from './deliveries.ts';
import { grants } from './grants.ts';
import type { Operation } from './operation.ts';
import { people } from './people.ts';

const operations: readonly Operation[] = [...people, ...communities, ...grants, ...deliveries];

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^/api/v1${operation.path.replaceAll(':id', '([^/]+)')}$`),
}));

/** Every permission an operation needs; an app that was granted all of them has these. */
export const allPermissions = new Set(operations.flatMap(({ permission }) => permission ?? []));

/** The operation at an address, with what stands in its placeholders. */
export function findOperation(
  method: string,
  path: string,
): { operation: Operation; ids: string[] } | undefined {
  for (const { operation, pattern } of patterns) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match) return { operation, ids: match.slice(1).map(decodeURIComponent) };
  }
  return undefined;
}
