import { css } from 'lit';

/** The arrow of a rank change: green and grey only add to its direction. */
export const moveStyles = css`
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
`;
