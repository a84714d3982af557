/** A setting of page and system that every state is checked in. */
export interface Setting {
  name: string;
  query: Record<string, string>;
  /** What the system prefers. */
  media: Record<string, string>;
}

export const settings: Setting[] = [
  { name: 'light', query: { theme: 'light' }, media: {} },
  { name: 'dark', query: { theme: 'dark' }, media: {} },
  { name: 'right to left', query: { dir: 'rtl' }, media: {} },
  { name: 'narrow', query: { width: '240' }, media: {} },
  { name: 'forced colours', query: {}, media: { 'forced-colors': 'active' } },
];
