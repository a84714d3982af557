import { assert } from '@esm-bundle/chai';

const tolerance = 1;
/** A font's box is a little higher than its line. */
const lineTolerance = 5;
/** In pixels across. */
const dot = 6;

interface Piece {
  text: string;
  /** Where it is seen: its box without what is cut away around it. */
  box: DOMRect;
  node: Text;
}

/**
 * That a widget's text fits: none leaves the card, none stands on another, and what is cut says so with an ellipsis
 * and has its whole text in a title.
 */
export function assertFits(element: Element): void {
  const root = element.shadowRoot!.querySelector('.root')!;
  const card = root.getBoundingClientRect();
  assert.isAtMost(root.scrollWidth, Math.ceil(card.width) + tolerance, 'the card is wider than its place');
  const pieces = piecesOf(root);
  assert.isNotEmpty(pieces, 'there is text to look at');
  for (const { text, box } of pieces) {
    assert.isAtLeast(box.left, card.left - tolerance, `“${text}” leaves the card`);
    assert.isAtMost(box.right, card.right + tolerance, `“${text}” leaves the card`);
    assert.isAtMost(box.bottom, card.bottom + tolerance, `“${text}” leaves the card`);
  }
  assertApart(pieces);
}

function assertApart(pieces: Piece[]): void {
  for (const [index, a] of pieces.entries()) {
    for (const b of pieces.slice(index + 1)) {
      // What an ellipsis cuts has a box with and one without what is cut.
      if (a.node === b.node) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      assert.isFalse(
        across > tolerance && down > lineTolerance,
        `“${a.text}” and “${b.text}” stand on each other`,
      );
    }
  }
}

/** Every line of text that is seen. */
function piecesOf(root: Element): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement!;
    if (!node.data.trim() || !isVisible(element) || isNoText(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Line by line: a sentence may go on where another has ended.
    for (const line of range.getClientRects()) {
      const box = seenBox(node, line);
      if (box.width > 0 && box.height > 0) pieces.push({ text: node.data.trim(), node, box });
    }
  }
  return pieces;
}

/** A picture made of a letter, or what is cut away whole or down to the dot that stands for it. */
function isNoText(element: Element): boolean {
  for (let around = element; !around.matches('.root'); around = around.parentElement!) {
    if (around.matches('.image[aria-hidden]')) return true;
    if (getComputedStyle(around).clipPath.startsWith('inset(50%')) return true;
    if (around.matches('.status:has(.dot)') && around.clientWidth <= dot) return true;
  }
  return false;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

function seenBox(node: Text, box: DOMRect): DOMRect {
  let seen = box;
  for (let around: Element | null = node.parentElement; around && !around.matches('.root');) {
    const style = getComputedStyle(around);
    if (/hidden|clip/.test(style.overflowX)) seen = cut(node, around, seen);
    around = around.parentElement;
  }
  return seen;
}

function cut(node: Text, around: Element, box: DOMRect): DOMRect {
  const edge = around.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, edge.left), Math.min(box.right, edge.right)];
  const [top, bottom] = [Math.max(box.top, edge.top), Math.min(box.bottom, edge.bottom)];
  const across = right - left < box.width - tolerance;
  const down = bottom - top < box.height - lineTolerance;
  if (across || down) assertTold(node.data.trim(), around, down);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

function assertTold(text: string, around: Element, down: boolean): void {
  const { textOverflow, webkitLineClamp } = getComputedStyle(around);
  const says = down ? webkitLineClamp !== 'none' : textOverflow === 'ellipsis';
  assert.isTrue(says, `“${text}” is cut without an ellipsis`);
  assert.isNotNull(around.closest('[title]'), `“${text}” is cut and has no title`);
}
