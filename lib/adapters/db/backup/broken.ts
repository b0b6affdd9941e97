/** Something kept that is not as it was written: what it is, which one, and how that shows. */
export type Broken = { readonly what: string; readonly id: string; readonly reason: string };
