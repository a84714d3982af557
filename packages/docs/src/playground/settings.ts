/** What can be set about a widget in the playground. */
export interface PlaygroundAttribute {
  name: string;
  /** The property, and so the prop in React. */
  property: string;
  isNumber: boolean;
  /** The values there are; empty where any text is one. */
  values: string[];
  description: string;
}

/** A widget as the playground knows it. */
export interface PlaygroundWidget {
  entry: string;
  tag: string;
  /** Its name in `@wee5/react`. */
  component: string;
  title: string;
  /** What keeps its room free while it loads, with the usual number of rows; null for what needs none. */
  height: number | null;
  attributes: PlaygroundAttribute[];
}

/** What a creator's theme may say; each is a field of the configuration's `theme`. */
export const themeFields = {
  accent: 'Accent',
  surface: 'Surface',
  text: 'Text',
  textQuiet: 'Secondary text',
  line: 'Hairlines',
  radius: 'Corner radius',
  font: 'Font family',
} as const;

export type ThemeField = keyof typeof themeFields;

/** Which of them are colours, each with about what a widget has in light while it is not set. */
export const colourFields: Partial<Record<ThemeField, string>> = {
  accent: '#4f62df',
  surface: '#ffffff',
  text: '#1b1d28',
  textQuiet: '#5d5f6a',
  line: '#e3e4e8',
};
