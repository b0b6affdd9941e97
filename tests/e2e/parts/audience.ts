import { cast, type Member } from '../../../demo/cast';

/** Everybody who may ask for something, in the order of the table in routes.ts. */
export const audience = ['nobody', 'viewer', 'manager', 'ops', 'admin'] as const;
export type Visitor = (typeof audience)[number];

export const memberOf: Readonly<Record<Exclude<Visitor, 'nobody'>, Member>> = {
  viewer: cast.vera,
  manager: cast.max,
  ops: cast.olga,
  admin: cast.ada,
};
