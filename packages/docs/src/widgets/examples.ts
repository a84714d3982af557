import {
  heightAtAnyWidth,
  reservedSizes,
  type ReservedTag,
} from '../../../widgets/src/embed/reserved-sizes.ts';
import { componentName, type Widget } from './all-widgets.ts';

/** The first lines of a widget, each way that it can come to a page. */
export interface Examples {
  html: string;
  npm: string;
  react: string;
}

const api = 'https://api.example.com';
const community = 'biz_9Qm4tXw2LrK7Hs';
const user = 'user_7GhP2mWq9LsX1';

export function examplesOf(widget: Widget): Examples {
  const { tagName, entry } = widget;
  const name = componentName(widget);
  const isOfMember = widget.attributes?.some((attribute) => attribute.name === 'user');
  const member = isOfMember ? ` user="${user}"` : '';
  return {
    html: `<script async src="${api}/widgets/v1/wee5.js" data-community="${community}"></script>\n\n<${tagName}${member}${reserved(tagName)}></${tagName}>`,
    npm: `import { configure } from '@wee5/widgets/config';
import '@wee5/widgets/${entry}/define';

configure({ api: '${api}', community: '${community}' });
document.body.insertAdjacentHTML('beforeend', '<${tagName}${member}></${tagName}>');`,
    react: `import { ${name}, Wee5Provider } from '@wee5/react';

export function Community() {
  return (
    <Wee5Provider api="${api}" community="${community}">
      <${name}${member} />
    </Wee5Provider>
  );
}`,
  };
}

function reserved(tag: string): string {
  if (!(tag in reservedSizes)) return '';
  return ` style="display:block;min-height:${heightAtAnyWidth(tag as ReservedTag)}px"`;
}

/** How a page hears of an event. */
export function listenerOf({ tagName }: Widget, event: { name: string; fields: string[] }): string {
  const shown = event.fields.map((field) => `event.${field}`).join(', ');
  return `document.querySelector('${tagName}')?.addEventListener('${event.name}', (event) => {
  console.log(${shown});
});`;
}
