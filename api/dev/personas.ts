/** One member of the simulated community. */
export interface Persona {
  readonly id: string;
  readonly username: string;
  readonly name: string | null;
  /** How often they act, next to the others. */
  readonly eagerness: number;
  /** How many messages they had written before you looked. */
  readonly history: number;
}

/** Names as communities really have them: short, long, right to left, with emoji, and one that tries HTML. */
export const personas: readonly Persona[] = [
  { id: 'user_ana', username: 'anad', name: 'Ana Duarte', eagerness: 5, history: 64 },
  { id: 'user_ben', username: 'ben_makes', name: null, eagerness: 4, history: 58 },
  { id: 'user_chidi', username: 'chidi', name: 'Chidi Okafor', eagerness: 4, history: 55 },
  { id: 'user_dana', username: 'dana.k', name: 'دانا القاسم', eagerness: 3, history: 41 },
  { id: 'user_emre', username: 'emre', name: 'Emre 🚀 Yıldız', eagerness: 3, history: 33 },
  {
    id: 'user_fleur',
    username: 'fleur',
    name: 'Fleur van der Meer-Oosterhout de la Vallée',
    eagerness: 2,
    history: 30,
  },
  { id: 'user_goro', username: 'goro_t', name: '田中 吾郎', eagerness: 2, history: 22 },
  { id: 'user_hana', username: 'hana', name: 'Hana Nováková', eagerness: 2, history: 15 },
  { id: 'user_ivo', username: 'ivo', name: '<img src=x onerror=alert(1)>', eagerness: 1, history: 9 },
  { id: 'user_june', username: 'june', name: 'June Park', eagerness: 1, history: 6 },
  { id: 'user_kofi', username: 'kofi_b', name: 'Kofi Boateng', eagerness: 1, history: 3 },
  { id: 'user_lena', username: 'lena', name: 'Lena', eagerness: 1, history: 0 },
];

/** What they say; it matters to the show alone, Wee5 never keeps it. */
export const sentences: readonly string[] = [
  'Shipped my first product today!',
  'Does anyone have a template for the launch checklist?',
  'Lesson four finally made pricing click for me.',
  'Here is what worked for our first ten customers…',
  'Thank you, that is exactly what I needed 🙏',
  'Would love feedback on the new landing page.',
];
