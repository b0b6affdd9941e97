import { textWidth } from './text-width';

/** Words in lines no wider than `width` pixels at a letter size in pixels; a word that is wider alone stands alone. */
export function wrap(text: string, { width, size }: { width: number; size: number }): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthAt(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** `textWidth` measures letters of 11 px. */
export const widthAt = (text: string, size: number): number => (textWidth(text) * size) / 11;
