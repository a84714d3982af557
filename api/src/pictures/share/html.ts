import { escapeXml } from '../svg/escape-xml.ts';

/** HTML that is put together from what is escaped already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** HTML as it is written, with every value escaped, for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html)[]): Html {
  const written = values.map((value) => (value instanceof Html ? value.text : escapeXml(String(value))));
  return new Html(String.raw({ raw: parts }, ...written));
}
