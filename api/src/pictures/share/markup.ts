import { escapeXml } from '../svg/escape-xml.ts';

/** HTML that is put together from what is escaped already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** HTML as it is written, with every value escaped, for text and for quoted attributes. */
export function markup(parts: TemplateStringsArray, ...values: (string | number | Markup)[]): Markup {
  const written = values.map((value) => (value instanceof Markup ? value.text : escapeXml(String(value))));
  return new Markup(String.raw({ raw: parts }, ...written));
}
