const notices = {
  'lit-html': 'Lit, BSD-3-Clause, © Google LLC',
  '@supabase/realtime-js': '@supabase/realtime-js, MIT, © Supabase',
  '@supabase/phoenix': 'Phoenix, MIT, © Chris McCord',
};

/** The comment that a file begins with: whose code is in it, and under which licence. */
export function noticeOf(moduleIds: string[]): string {
  const others = Object.entries(notices).filter(([name]) =>
    moduleIds.some((id) => id.includes(`/node_modules/${name}/`)),
  );
  const names = others.map(([, notice]) => notice);
  return `/*! ${['Wee5 widgets, MIT', ...names].join('; ')} */\n`;
}
