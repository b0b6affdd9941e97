import type { ComponentProps } from 'react';
import type { Markup } from '@/lib/views/markup';

type Props = Omit<ComponentProps<'svg'>, 'children' | 'dangerouslySetInnerHTML'> & { inside: Markup };

/**
 * An SVG whose inside is markup, not elements: React makes every element of a page twice (as data for the browser and as
 * HTML), and pictures were half of the overview's.
 */
export function Picture({ inside, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup escapes whatever is put into it.
  return <svg {...rest} dangerouslySetInnerHTML={{ __html: inside.text }} />;
}
