import type { Attribute, ClassField, ClassMember } from 'custom-elements-manifest';
import type { WidgetDeclaration } from './create-manifest.ts';

/**
 * An element without what is nobody's business: what is private, protected or `@internal`, and where in our sources
 * something is inherited from. Attributes say their values in place of the name of a type.
 */
export function keepPublic(widget: WidgetDeclaration, types: Map<string, string>): WidgetDeclaration {
  const members = (widget.members ?? []).filter(isPublicField).map(withoutOrigin);
  const names = new Set(members.map(({ name }) => name));
  const attributes = (widget.attributes ?? []).filter(({ fieldName = '' }) => names.has(fieldName));
  return {
    ...withoutSuperclass(widget),
    members,
    attributes: attributes.map((attribute) => ({
      ...withoutOrigin(attribute),
      type: { text: types.get(attribute.fieldName ?? '') ?? 'string' },
    })),
  };
}

function isPublicField(member: ClassMember): member is ClassField {
  const { kind, name, privacy = 'public' } = member;
  if (kind !== 'field' || member.static || privacy !== 'public') return false;
  return !name.startsWith('#') && !name.startsWith('_');
}

function withoutOrigin<T extends ClassField | Attribute>({ inheritedFrom: _, ...rest }: T) {
  return rest;
}

/** The class that all widgets share is not published, so nothing may lead to it. */
function withoutSuperclass({ superclass: _, ...widget }: WidgetDeclaration): WidgetDeclaration {
  return widget;
}
