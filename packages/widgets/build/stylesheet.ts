import { reservedSizes, rows, type ReservedSize } from '../src/embed/reserved-sizes.ts';

/** A board of more than the usual rows loads with those. */
const limits = Array.from({ length: rows.usual - 1 }, (_, index) => index + 1);

/**
 * `wee5.css`: keeps the room of widgets free, at any width, until the script is there. For pages whose policy forbids
 * style attributes, and for those that want it exact.
 */
export function stylesheet(): string {
  const tags = Object.keys(reservedSizes);
  const waiting = `:is(${tags.join()}):not(:defined)`;
  return [
    `${waiting}{display:block;container-type:inline-size}`,
    `${waiting}::before{content:"";display:block}`,
    ...limits.map((limit) => `wee5-leaderboard[limit="${limit}"]{--_rows:${limit}}`),
    ...Object.entries(reservedSizes).flatMap(([tag, sizes]) => sizes.map((size) => ruleOf(tag, size))),
    '',
  ].join('\n');
}

function ruleOf(tag: string, { from, height }: ReservedSize): string {
  const rowHeight = `var(--wee5-row-height,${rows.height}px)`;
  const size =
    tag === 'wee5-leaderboard'
      ? `calc(${height}px + ${rowHeight}*var(--_rows,${rows.usual}))`
      : `${height}px`;
  const rule = `${tag}:not(:defined)::before{block-size:${size}}`;
  return from === 0 ? rule : `@container (inline-size>=${from}px){${rule}}`;
}
