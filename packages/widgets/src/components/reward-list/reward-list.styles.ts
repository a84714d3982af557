import { css } from 'lit';

/** A picture, what it is, and its state at the end of the line. */
export const styles = css`
  .title {
    padding: 16px 16px 4px;
  }

  ul {
    margin: 0;
    padding: 0 16px 8px;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    min-block-size: 44px;
    padding-block: 8px;
  }

  .image {
    block-size: 36px;
    border-radius: 10px;
    background: var(--_fill);
  }

  .ahead .name {
    color: var(--_quiet);
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 16px;
    white-space: nowrap;
  }

  .way {
    display: flex;
    grid-column: 2 / -1;
    gap: 12px;
    align-items: center;
    justify-content: end;
    padding-block-start: 8px;
  }

  .more {
    min-block-size: 40px;
    padding: 0 16px 8px;
  }

  @container (inline-size < 360px) {
    li {
      grid-template-columns: 36px minmax(0, 1fr);
    }

    .image {
      grid-row: 1 / 3;
      align-self: start;
    }

    .state {
      grid-column: 2;
    }
  }
`;
