/** What the server refuses before Next sees it; the rest of the table is in app/_doors/answer/problems.ts. */
export const edgeProblems = {
  'malformed-address': {
    status: 400,
    title: 'Not a well-formed address',
    detail: 'It is no path, or a % in it stands before no two digits, or what they spell is no text.',
  },
  'cross-origin': {
    status: 403,
    title: 'Not sent from our own pages',
    detail: 'A session counts only for requests from our own pages; scripts use an API token.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Not a method of this address',
    detail: 'The Allow header names the methods that are.',
  },
  'database-away': {
    status: 503,
    title: 'The database does not answer',
    detail: 'Nothing was changed. Try again in a moment.',
  },
} as const;
