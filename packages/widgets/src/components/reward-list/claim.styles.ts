import { css } from 'lit';

/** The button at the end of a line, and what opens under it. */
export const claimStyles = css`
  button.state {
    min-block-size: 30px;
  }

  .claim {
    border-color: transparent;
    background: var(--_text);
    color: var(--_surface);
    font-weight: 650;
  }

  .claim:hover {
    background: color-mix(in oklab, var(--_text) 86%, var(--_surface));
  }

  .claim[aria-disabled] {
    background: var(--_fill);
    color: var(--_quiet);
    cursor: default;
  }

  .toggle {
    margin-inline-end: -8px;
    padding-inline: 8px;
    border-color: transparent;
  }

  .turn {
    color: var(--_quiet);
    transition: rotate 200ms cubic-bezier(0.2, 0, 0, 1);
  }

  [aria-expanded='true'] > .turn {
    rotate: 180deg;
  }

  .claim-note,
  .details {
    grid-column: 2 / -1;
    min-inline-size: 0;
    margin-block-start: 8px;
    animation: appear 200ms ease-out;
  }

  .claim-note {
    display: flex;
    gap: 8px;
  }

  .claim-note .icon {
    color: var(--_quiet);
  }

  .details {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px;
    border-radius: 10px;
    background: var(--_fill);
    overflow-wrap: anywhere;
  }

  .details > * {
    max-inline-size: 100%;
  }

  .instructions {
    max-inline-size: 60ch;
    white-space: pre-line;
  }

  .badge {
    display: flex;
    gap: 12px;
    align-items: center;
  }

  .badge .image {
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--_surface);
    font-size: 16px;
  }

  .code {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  code {
    min-inline-size: 0;
    padding: 5px 12px;
    border: 1px dashed var(--_quiet);
    border-radius: 8px;
    background: var(--_surface);
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 14px;
    line-height: 18px;
    -webkit-user-select: all;
  }

  .details button {
    background: var(--_surface);
  }

  .details button:hover {
    border-color: var(--_quiet);
  }

  a {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    border-radius: 4px;
    color: inherit;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  @container (inline-size < 360px) {
    button.state {
      justify-self: start;
      margin-block-start: 4px;
    }

    .toggle {
      margin-inline-start: -8px;
    }

    .details,
    .claim-note {
      grid-column: 1 / -1;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }

  @media (forced-colors: active) {
    .details {
      border: 1px solid;
    }
  }
`;
