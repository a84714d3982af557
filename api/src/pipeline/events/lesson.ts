import { lessonCompletedSchema, whopEnvelopeSchema } from '@wee5/contract';
import { unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';

const schema = whopEnvelopeSchema.extend({ data: lessonCompletedSchema });

/** `course_lesson_interaction.completed`: counts once per member and lesson, however often it is done. */
export function mapLesson(payload: Record<string, unknown>): Mapped {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { user, lesson, course, completed } = parsed.data.data;
  if (!completed) return { kind: 'ignored', reason: 'lesson-not-completed' };
  return {
    kind: 'meaning',
    activities: [
      {
        ...namesOf(user),
        userId: user.id,
        type: 'lesson',
        key: `lesson:${user.id}:${lesson.id}`,
        at: new Date(parsed.data.timestamp),
        experienceId: course?.experience?.id ?? null,
        counterpartId: null,
        contentLength: 0,
      },
    ],
  };
}
