export type TableShape = { readonly columns: string[]; readonly keys: string[]; readonly references: string[] };

/** A database's tables by name, and the tables that its triggers keep append-only. */
export type Introspected = { readonly tables: Record<string, TableShape>; readonly appendOnly: string[] };

export function plainType(type: string): string {
  if (/^(datetime|timestamp without time zone)$/i.test(type)) return 'instant';
  if (type === 'double precision') return 'real';
  return type.toLowerCase();
}
