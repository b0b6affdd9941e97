import type { Context } from '../../context';

export type SecondFactor = 'none' | 'totp' | 'passkey' | 'sso';

/** What somebody proves who they are with beside the password, for each of these people. */
export async function secondFactorsOf(
  _ctx: Context,
  people: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, SecondFactor>> {
  return new Map(people.map(({ id }) => [id, 'none']));
}
