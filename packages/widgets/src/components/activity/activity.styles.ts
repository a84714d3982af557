import { css } from 'lit';

/** Days one after another; in each a picture, what it was and why, and the XP at the end of the line. */
export const styles = css`
  .title {
    padding: 16px 16px 4px;
  }

  .day {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 16px 4px;
  }

  ul {
    margin: 0;
    padding: 0 16px 4px;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    grid-template-rows: auto 1fr;
    gap: 0 12px;
    align-items: start;
    padding-block: 8px;
  }

  .source {
    display: grid;
    place-items: center;
    grid-row: 1 / 3;
    block-size: 36px;
    border-radius: 10px;
    background: var(--_fill);
  }

  .nothing .source,
  .nothing .name,
  .nothing .xp {
    color: var(--_quiet);
  }

  .text {
    overflow-wrap: anywhere;
  }

  .xp,
  .sum {
    white-space: nowrap;
  }

  .earned .xp {
    color: var(--_good);
  }

  .more {
    display: grid;
    gap: 8px;
    padding: 4px 16px 12px;
  }

  .more button {
    box-sizing: border-box;
    text-align: center;
  }

  [aria-disabled] {
    color: var(--_quiet);
    cursor: default;
  }

  /* The time stands under the XP where there is room for it. */
  @container (inline-size >= 360px) {
    li {
      min-block-size: 52px;
    }

    .what {
      display: contents;
    }

    .text {
      grid-row: 1 / 3;
      grid-column: 2;
      align-self: center;
    }

    .xp,
    .when {
      grid-row: 1;
      grid-column: 3;
      text-align: end;
    }

    .when {
      grid-row: 2;
    }
  }

  @container (inline-size < 300px) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .source {
      display: none;
    }
  }

  @container (inline-size >= 640px) {
    li {
      min-block-size: 44px;
      grid-template-columns: 36px minmax(0, 1fr) 136px 96px;
      align-items: center;
    }

    .text {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: baseline;
      grid-row: 1;
    }

    .source,
    .when {
      grid-row: 1;
    }

    .xp {
      grid-column: 4;
    }
  }
`;
