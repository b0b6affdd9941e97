import type { Context } from '../context';

/** Who stands under what is written. */
export const actorName = ({ actor }: Pick<Context, 'actor'>): string =>
  actor.kind === 'nobody' ? 'nobody' : actor.name;
