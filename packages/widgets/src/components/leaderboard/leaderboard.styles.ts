import { css } from 'lit';

/** A real table laid out as grid rows; under 400 px the level moves below the name. */
export const styles = css`
  table {
    display: grid;
    grid-template-columns: minmax(28px, auto) minmax(0, 1fr) minmax(40px, auto) minmax(64px, auto);
    column-gap: 12px;
    /* Without a doctype tables inherit nothing by themselves. */
    font: inherit;
    color: inherit;
  }

  thead,
  tbody,
  tr {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    min-block-size: 48px;
    padding: 12px 16px 4px;
  }

  tr {
    position: relative;
    align-items: center;
    block-size: var(--wee5-row-height, 44px);
    padding-inline: 16px;
    background: var(--_surface);
  }

  thead tr {
    block-size: 24px;
  }

  th {
    padding: 0;
    font-weight: 450;
    text-align: start;
  }

  td {
    padding: 0;
  }

  .level,
  .xp {
    text-align: end;
  }

  .member {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .rank {
    text-align: center;
  }

  td.xp {
    font-weight: 650;
  }

  .avatar {
    inline-size: 28px;
    block-size: 28px;
    font-size: 12px;
  }

  /* The first three by shape and weight: a full disc, a heavy ring, a hairline ring. Colour only adds to it. */
  .place {
    display: inline-grid;
    place-items: center;
    min-inline-size: 24px;
    block-size: 24px;
    color: var(--_quiet);
  }

  .p1,
  .p2,
  .p3 {
    border-radius: 50%;
    color: var(--_text);
    font-weight: 650;
  }

  .p1 {
    background: oklch(0.82 0.14 88);
    color: oklch(0.25 0.04 88);
  }

  .p2 {
    box-shadow: inset 0 0 0 2px var(--_ring, var(--_quiet));
  }

  .p3 {
    box-shadow: inset 0 0 0 1.5px var(--_ring, var(--_quiet));
  }

  .own {
    padding-inline-start: 13px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_own);
    box-shadow: inset 0 1px var(--_line);
  }

  .own .name {
    font-weight: 650;
  }

  tbody {
    padding-block-end: 8px;
  }

  .loading .place {
    box-shadow: none;
  }

  .unit {
    display: none;
  }

  @container (inline-size >= 640px) {
    table {
      grid-template-columns: minmax(28px, auto) minmax(0, 1fr) minmax(72px, auto) minmax(96px, 40%);
    }
  }

  @container (inline-size < 400px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    table {
      grid-template-columns: minmax(24px, auto) minmax(0, 1fr) auto;
      column-gap: 8px;
    }

    td.member {
      position: relative;
      align-self: stretch;
      align-items: flex-start;
      padding-block-start: calc((var(--wee5-row-height, 44px) - 36px) / 2 - 1px);
      grid-area: 1 / 2;
    }

    td.member .avatar {
      align-self: center;
      margin-block-start: calc((36px - var(--wee5-row-height, 44px)) / 2 + 1px);
    }

    td.level {
      grid-area: 1 / 2;
      align-self: end;
      margin-inline-start: 36px;
      padding-block-end: calc((var(--wee5-row-height, 44px) - 36px) / 2);
      color: var(--_quiet);
      font-size: 12px;
      line-height: 16px;
      text-align: start;
    }

    td.xp {
      grid-area: 1 / 3;
    }

    .level .unit {
      display: inline;
    }

    .tabbed {
      align-content: start;
      min-block-size: 76px;
    }
  }

  /* A podium's place is kept from the beginning; how it looks comes right after, for boards that want one. */
  @container (inline-size >= 360px) {
    .podium {
      position: relative;
      padding-block-start: 196px;
    }

    .step {
      position: absolute;
      visibility: hidden;
    }
  }
`;
