import 'server-only';

export type RefusalStatus = 401 | 403 | 404;

/** What a page throws to refuse: `withRefusals` shows its words instead. */
export class PageRefusal extends Error {
  constructor(readonly status: RefusalStatus) {
    super(`a page refused with ${status}`);
  }
}

/** Ends the page being made; `withRefusals` shows its words for this status. */
export function refuse(status: RefusalStatus): never {
  throw new PageRefusal(status);
}
