/** What a page or route answers: `app/(signed-in)/runs/[id]/page.tsx` everything like `/runs/...`. */
export function routePattern(file: string): RegExp {
  const parts = file.split('/').slice(1, -1);
  const seen = parts.filter((part) => !/^\(.*\)$/.test(part));
  return new RegExp(`^${seen.map(segment).join('') || '/'}$`);
}

function segment(part: string): string {
  if (part.startsWith('[[...')) return '(/.+)?';
  if (part.startsWith('[...')) return '/.+';
  return part.startsWith('[') ? '/[^/]+' : `/${escaped(part)}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
