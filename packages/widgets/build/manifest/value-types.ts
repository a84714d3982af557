import { ts, type Program, type SourceFile } from './analyzer.ts';

/** The values that a property of a class can have besides `undefined`: `string`, `'day' | 'week'`. */
export function valueTypes(program: Program, file: SourceFile, className: string): Map<string, string> {
  const checker = program.getTypeChecker();
  const found = file.statements.find((node) => ts.isClassDeclaration(node) && node.name?.text === className);
  if (!found) throw new Error(`${file.fileName} has no class ${className}.`);
  const properties = checker.getTypeAtLocation(found).getProperties();
  return new Map(
    properties.map((property) => {
      const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, found));
      const text = checker.typeToString(
        type,
        undefined,
        ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation,
      );
      return [property.name, text.replaceAll('"', "'")];
    }),
  );
}
