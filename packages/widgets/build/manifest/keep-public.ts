import type { ClassField, ClassMember } from 'custom-elements-manifest';
import type { WidgetDeclaration } from './create-manifest.ts';

/**
 * An element without what is nobody's business: what is private, protected or `@internal`, and the class of ours that it
 * inherits from. Attributes say their values in place of the name of a type.
 */
export function keepPublic(declaration: WidgetDeclaration, types: Map<string, string>): WidgetDeclaration {
  const widget = structuredClone(declaration);
  const members = (widget.members ?? []).filter(isPublicField);
  const names = new Set(members.map(({ name }) => name));
  const attributes = (widget.attributes ?? []).filter(({ fieldName = '' }) => names.has(fieldName));
  // What the analyzer finds dispatched has no name and no words: the class's own comment has both.
  const events = (widget.events ?? []).filter(({ name }) => name);
  delete widget.superclass;
  // One that the analyzer found where it is dispatched, without the name that JSDoc gives it.
  if (widget.events) widget.events = widget.events.filter(({ name }) => name);
  for (const one of [...members, ...attributes]) delete one.inheritedFrom;
  for (const attribute of attributes)
    attribute.type = { text: types.get(attribute.fieldName ?? '') ?? 'string' };
  return { ...widget, members, attributes, ...(events.length && { events }) };
}

function isPublicField(member: ClassMember): member is ClassField {
  const { kind, name, privacy = 'public' } = member;
  if (kind !== 'field' || member.static || privacy !== 'public') return false;
  return !name.startsWith('#') && !name.startsWith('_');
}
