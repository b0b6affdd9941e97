import type { Period } from '@/lib/domain/period';

/** The form for an annotation, its days filled in. */
export const annotateHref = ({ from, to }: Period): string =>
  from === to ? `/annotations?from=${from}#add` : `/annotations?from=${from}&to=${to}#add`;
