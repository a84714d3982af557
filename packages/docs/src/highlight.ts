import { createHighlighter } from 'shiki';

const languages = ['html', 'ts', 'tsx', 'js', 'css', 'json', 'sh', 'sql', 'yaml', 'http', 'md', 'diff'];

const highlighter = await createHighlighter({
  langs: languages,
  themes: ['github-light-high-contrast', 'github-dark-high-contrast'],
});

/** Code as HTML, coloured for light and dark; in a language that is not known, in one colour. */
export function highlight(code: string, language = ''): string {
  const html = highlighter.codeToHtml(code.trimEnd(), {
    lang: languages.includes(language) ? language : 'text',
    themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    defaultColor: 'light-dark()',
    colorReplacements: { '#ffffff': 'transparent', '#0a0c10': 'transparent' },
  });
  return `<div class="code">${html}</div>\n`;
}
