import type { House } from '../stories';

/** The one-time link that a first start prints. */
export function setUpLink({ app }: Pick<House, 'app'>): string {
  const link = /\bhttp:\/\/localhost:\d+\/set-up\/\S+/.exec(app.output())?.[0];
  if (link === undefined) throw new Error('no set-up link was printed');
  return link;
}
