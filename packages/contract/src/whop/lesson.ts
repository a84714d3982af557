import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopUserSchema } from './chat.ts';
import { whopReferenceSchema } from './primitives.ts';

/**
 * `data` of `course_lesson_interaction.completed`: who did which lesson. The interaction has an id of its own, which
 * a lesson that is done twice gets twice: the natural key is the member and the lesson.
 */
export const lessonCompletedSchema = z.object({
  completed: z.boolean(),
  user: whopUserSchema,
  lesson: z.object({ id: idSchema }),
  course: z.object({ experience: whopReferenceSchema.nullish().catch(null) }).nullish().catch(null),
});
export type LessonCompleted = z.infer<typeof lessonCompletedSchema>;
