import { memberSchema, whopEnvelopeSchema } from '@wee5/contract';
import { pictureUrl } from '../../whop/picture-url.ts';
import { look } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';

const schema = whopEnvelopeSchema.extend({ data: memberSchema });

/** `member.created` and `member.updated`: who a member is, as of the envelope's time. It earns nothing. */
export function mapMember(payload: Record<string, unknown>): Mapped {
  // A business, or the app's own account.
  if (look(payload, 'data', 'user') === null) return { kind: 'ignored', reason: 'member-without-user' };
  // Kept as "no picture" it would take away the one we have; the name comes with the member's next message.
  const picture = look(payload, 'data', 'user', 'profile_picture');
  const hasUser = look(payload, 'data', 'user', 'id') !== undefined;
  if (hasUser && picture === undefined) return { kind: 'ignored', reason: 'member-without-picture' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { user } = parsed.data.data;
  return {
    kind: 'profile',
    profile: {
      userId: user.id,
      at: new Date(parsed.data.timestamp),
      ...namesOf(user),
      avatarUrl: pictureUrl(user.profile_picture?.url ?? null),
    },
  };
}
