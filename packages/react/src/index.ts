export * from './components.ts';
export { Wee5Provider, type Wee5ProviderProps } from './provider.ts';
export type { Widget, WidgetProps } from './create-widget.ts';
