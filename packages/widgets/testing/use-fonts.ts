/** By the names their packages give them; each comes in slices, and a page loads those that its letters need. */
const fonts = {
  'Inter Variable': '@fontsource-variable/inter',
  'Noto Sans Arabic': '@fontsource/noto-sans-arabic',
  'Noto Sans Devanagari Variable': '@fontsource-variable/noto-sans-devanagari',
  'Noto Sans JP Variable': '@fontsource-variable/noto-sans-jp',
  'Noto Sans KR Variable': '@fontsource-variable/noto-sans-kr',
  'Noto Sans SC Variable': '@fontsource-variable/noto-sans-sc',
};

/** Sets the page in real letters of every language, the same on every machine: a system may have boxes for some. */
export async function useFonts(): Promise<void> {
  const modules = new URL('../node_modules/', import.meta.url);
  const sheets = Object.values(fonts).map((name) => loadSheet(new URL(`${name}/index.css`, modules).href));
  await Promise.all(sheets);
  const names = Object.keys(fonts).map((name) => `"${name}"`);
  document.body.style.fontFamily = `${names.join()}, sans-serif`;
}

function loadSheet(href: string): Promise<unknown> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`There is no font at ${href}.`)));
  });
}
