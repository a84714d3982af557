export interface NamedMember {
  communityId: string;
  userId: string;
}
