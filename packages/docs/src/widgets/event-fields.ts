import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from '../../../widgets/build/manifest/analyzer.ts';
import { projectRoot } from '../project.ts';

/** What an event carries beside what every event has. */
export interface EventField {
  name: string;
  type: string;
  description: string;
}

const directory = join(projectRoot, 'packages/widgets/src/events');

/** The fields of every event class, by its name. */
export function eventFields(): Map<string, EventField[]> {
  const classes = globSync('*.ts', { cwd: directory }).flatMap((name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
    return file.statements.filter((statement) => ts.isClassDeclaration(statement));
  });
  return new Map(
    classes.map(({ name, members }) => [
      name!.text,
      members
        .filter((member) => ts.isPropertyDeclaration(member))
        .filter(({ modifiers = [] }) => !modifiers.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))
        .map((field) => ({
          name: field.name.getText(),
          type: field.type?.getText() ?? 'unknown',
          description: ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(field)[0]?.comment) ?? '',
        })),
    ]),
  );
}
