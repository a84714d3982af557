import type { Drawing } from '../card/drawing.ts';
import { escapeXml } from './escape-xml.ts';
import { toText } from './to-text.ts';

/**
 * A drawing as SVG that loads nothing and runs nothing. `lines` are the elements of its lines: text in the reader's own
 * fonts unless given.
 */
export function toSvg(drawing: Drawing, lines: string[] = drawing.lines.map(toText)): string {
  const { width, height, lang, title, description, shapes } = drawing;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" lang="${lang}" xml:lang="${lang}">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>` +
    `${shapes}${lines.join('')}</svg>`
  );
}
