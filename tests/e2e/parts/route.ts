/** What one visitor gets: a status, or the page they are sent to. */
type Got = number | '/sign-in' | '/set-up' | '/';

export type Route = {
  readonly file: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** An example of it, with query. */
  readonly path: string;
  readonly body?: unknown;
  /** In the order of `audience`: nobody, viewer, manager, ops, admin. */
  readonly answers: readonly [nobody: Got, viewer: Got, manager: Got, ops: Got, admin: Got];
};
