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
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 10px;
    background: var(--_fill);
    color: var(--_quiet);
  }

  .reached .image,
  .next .image {
    color: var(--_text);
  }

  .image img:not([hidden]) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_fill);
  }

  .ahead .image img,
  .gone .image img {
    filter: grayscale(1);
    opacity: 0.6;
  }

  .ahead .name,
  .gone .name {
    color: var(--_quiet);
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    white-space: nowrap;
  }

  .has .state {
    color: var(--_good);
  }

  .fresh .image {
    animation: arrive 600ms cubic-bezier(0.2, 0, 0, 1);
  }

  .way {
    display: flex;
    grid-column: 2 / -1;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-block-start: 8px;
  }

  .bar {
    flex: 1 1 96px;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_fill);
  }

  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  line {
    stroke: var(--_accent);
    stroke-width: 6;
    stroke-dasharray: 100;
    stroke-linecap: round;
    transition: stroke-dashoffset 600ms cubic-bezier(0.2, 0, 0, 1);
  }

  line[stroke-dashoffset='100'] {
    stroke-linecap: butt;
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
