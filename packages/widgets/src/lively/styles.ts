import { css, type CSSResult } from 'lit';
import { leaderboardStyles } from './leaderboard.styles.ts';
import { podiumStyles } from './podium.styles.ts';
import { rankCardStyles } from './rank-card.styles.ts';
import { rewardListStyles } from './reward-list.styles.ts';

/** Notices, the status line, buttons, arrows and everything that moves. */
const shared = css`
  .notice {
    display: flex;
    margin-block-end: -40px;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 16px;
    text-align: center;
    text-wrap: balance;
  }

  .notice .icon {
    inline-size: 24px;
    block-size: 24px;
    margin-block-end: 8px;
    color: var(--_quiet);
  }

  button {
    all: unset;
    flex: none;
    min-block-size: 30px;
    padding-inline: 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    font-weight: 650;
    line-height: 28px;
    cursor: pointer;
  }

  .notice button {
    margin-block-start: 12px;
  }

  button:hover {
    background: var(--_fill);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .status.soon {
    visibility: hidden;
  }

  .status.soon::after {
    content: attr(data-soon);
  }

  .status.sentence {
    flex: 1;
    align-items: flex-start;
  }

  .dot {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_good);
  }

  .loading .body {
    animation: wait 1.6s ease-in-out infinite alternate;
  }

  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  .move {
    display: inline-flex;
    flex: none;
    align-items: center;
  }

  .move .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2;
  }

  .up {
    color: var(--_good);
  }

  .down {
    color: var(--_quiet);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

const own = new Map([
  ['wee5-rank-card', [rankCardStyles]],
  ['wee5-leaderboard', [leaderboardStyles, podiumStyles]],
  ['wee5-reward-list', [rewardListStyles]],
]);

/**
 * The styles of what only this part shows, for an element of a tag. They lay out nothing that is on show without them.
 * A page may have defined a widget under another name: then every widget's styles.
 */
export function stylesOf(tag: string): CSSResult[] {
  if (tag.startsWith('wee5-')) return [shared, ...(own.get(tag) ?? [])];
  return [shared, ...[...own.values()].flat()];
}
