/** Who can sign in, for a terminal. */
export const castList = (password) =>
  [
    '',
    'Sign in as one of these (the database goes when you stop):',
    '  ada@example.org    admin    browses trends, manages people, connection and settings',
    '  max@example.org    manager  reviews the week',
    '  olga@example.org   ops      watches that a snapshot arrives every day',
    '  vera@example.org   viewer   reads',
    `  Password of all four: ${password}`,
    '',
  ].join('\n');
