/** The examples in a declaration's comments. */
export function examplesOf(text: string): string[] {
  const comments = [...text.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, comment = '']) => comment);
  return comments.flatMap((comment) => {
    const plain = comment.replaceAll(/^ *\* ?/gm, '');
    const [, example = ''] = /@example\n(.*?)(?=^@|$(?![\s\S]))/ms.exec(plain) ?? [];
    return example.trim() === '' ? [] : [example.trim()];
  });
}

/** What a declaration file exports, and the fields and methods of that, as far as no comment stands before it. */
export function undocumented(text: string): string[] {
  const lines = text.split('\n');
  return lines.filter((line, index) => {
    const isExport = /^export (declare |abstract |type \w+ =|interface |class |function )/.test(line);
    const isField = /^\s+(readonly |abstract )*['\w.]+\??[(:<]/.test(line);
    return (isExport || isField) && !lines[index - 1]?.trim().endsWith('*/');
  });
}
