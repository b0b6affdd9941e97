import type { FailureWords } from './failures';

/** What is refused, in the words of every door: pages, forms, API, command line. `cause` is told where the title leaves it open. */
export const refusals = {
  'malformed-address': {
    title: 'Not a well-formed address',
    cause: 'It is no path, or a % in it stands before no two digits, or what they spell is no text.',
  },
  unreadable: {
    title: 'This could not be read',
    cause: 'It came in pieces that do not fit together, or not from one of our own pages. Nothing was done.',
    cure: 'Open the page again.',
  },
  'too-large': {
    title: 'Too large',
    cause:
      'A file of old numbers may have 8 MB, a sign-in 16 KiB, everything else 64 KiB. Nothing was read, and nothing was done.',
    cure: 'Send it in several parts.',
  },
  'not-signed-in': { title: 'Not signed in', cure: 'Sign in, or send an API token that is still good.' },
  'wrong-credentials': { title: 'E-mail or password is wrong', cure: 'Check both and try again.' },
  'not-allowed': { title: 'Not allowed', cause: 'Your role or token does not let you do this.' },
  'second-factor-needed': {
    title: 'A second factor is needed',
    cause: 'Your role must sign in with more than a password, and nothing of yours is set up yet.',
    cure: 'Set one up under Account, Second factor.',
  },
  'session-needed': {
    title: 'Not with an API token',
    cause: 'This is for people alone.',
    cure: 'Sign in, and do it there.',
  },
  'confirm-yourself': {
    title: 'Confirm that it is you',
    cause: 'It is more than 10 minutes since you last did.',
    cure: 'Enter your password or a code, then send this again.',
  },
  'code-needed': {
    title: 'A code is needed',
    cure: 'Send the six digits of your app, or a recovery code, together with the password.',
  },
  'wrong-code': {
    title: 'This code is not right, or was used already',
    cure: 'Wait for the next one, or use a recovery code.',
  },
  'sign-in-late': { title: 'This took too long', cure: 'Enter your password again.' },
  'factor-there': {
    title: 'An app is set up already',
    cure: 'Remove it first.',
  },
  'no-factor': { title: 'Nothing to recover', cure: 'Set an app or a passkey up first.' },
  'factor-unreadable': {
    title: 'Codes cannot be checked',
    cause: 'What your app was set up with was sealed with a key that is not here, as after a restore without keys.',
    cure: 'Use a recovery code or a passkey, or ask an administrator to reset your second factor.',
  },
  'no-passkeys-here': {
    title: 'No passkeys at this address',
    cause: 'Browsers keep them for names over https, and for localhost; never for IP addresses.',
    cure: 'Use an app for codes.',
  },
  'passkey-refused': {
    title: 'This passkey was not taken',
    cause: 'It is not known here, or the question it answered is over.',
    cure: 'Try again, or sign in in another way.',
  },
  'cross-origin': {
    title: 'Not sent from our own pages',
    cause: 'A session counts only for requests from our own pages; scripts use an API token.',
  },
  'not-found': { title: 'Not there', cause: 'There is nothing here, or it is not yours.' },
  'method-not-allowed': {
    title: 'Not a method of this address',
    cure: 'The Allow header names the methods that are.',
  },
  'link-expired': {
    title: 'This link is over',
    cause: 'It was used already, is too old, or a newer one took its place.',
    cure: 'Ask your administrator for a new one.',
  },
  'set-up-closed': { title: 'Set-up is closed', cause: 'Somebody has an account already.', cure: 'Sign in.' },
  'last-admin': {
    title: 'The last admin stays',
    cause: 'This is the last active admin, and somebody must be able to manage people.',
    cure: 'Make somebody else an admin first.',
  },
  'own-account': {
    title: 'Not with your own account',
    cause: 'Nobody disables or removes themselves.',
    cure: 'Ask another admin.',
  },
  'person-came': {
    title: 'Only who never came can be removed',
    cause: 'They have signed in or own an API token.',
    cure: 'Disable them instead: nothing is lost, and they stay out.',
  },
  'person-disabled': { title: 'This person is disabled', cure: 'Enable them first.' },
  'no-connection': { title: 'No connection to Enpass', cure: 'Enter base URL and token in Settings, Connection.' },
  'review-conflict': {
    title: 'Somebody saved meanwhile',
    cause: 'Nothing of yours was lost or written over.',
    cure: 'Compare both texts, then save again.',
  },
  'review-completed': {
    title: 'This review is completed',
    cure: 'Reopen it to write the next revision; the completed one stays readable.',
  },
  'review-not-completed': {
    title: 'This review is not completed',
    cause: 'There is nothing to reopen: it can still be written.',
  },
  'week-unfinished': { title: 'The week is not over', cause: 'A review can be completed from the Monday after.' },
  'import-running': {
    title: 'Another file is being read',
    cause: 'One import runs at a time, and nothing of yours was taken.',
    cure: 'Try again in a few seconds.',
  },
  'too-many-targets': { title: 'Too many targets', cure: 'Remove one that nobody watches any more first.' },
  'too-many-views': { title: 'Too many saved views', cure: 'Delete one that nobody opens any more first.' },
  'invalid-input': { title: 'Invalid input', cure: 'Some fields need a change.' },
  'too-many': { title: 'Too many requests', cure: 'Wait a little, then try again.' },
  'internal-error': {
    title: 'Something broke on our side',
    cause: 'It was logged.',
    cure: 'Try again; tell your operator if it stays.',
  },
  'database-away': {
    title: 'The database does not answer',
    cause: 'Nothing was changed.',
    cure: 'Try again in a moment.',
  },
  'database-unwritable': {
    title: 'The database takes no changes',
    cause: 'It can be read, but nothing was saved: its disk is full, or it is read-only.',
    cure: 'Try again in a moment; tell your operator if it stays.',
  },
  'unknown-key': {
    title: 'No key was retired',
    cause: 'A saved token was sealed with a key that is not known here.',
    cure: 'Set ENCRYPTION_KEY_PREVIOUS to that key, or enter the token again in Settings.',
  },
  'in-use': { title: 'This database is in use', cure: 'With --force the backup takes its place.' },
  'old-state-not-kept': {
    title: 'What the backup would replace cannot be kept beside it',
    cause: 'Nothing was changed.',
    cure: 'Make room, or let this user write there.',
  },
  'unreadable-backup': { title: 'The backup cannot be used', cause: 'Nothing was changed.' },
  'broken-backup': { title: 'What the backup holds was altered', cause: 'Nothing was changed.' },
} as const satisfies Record<string, Pick<FailureWords, 'title'> & Partial<FailureWords>>;

export type RefusalKind = keyof typeof refusals;

/** Cause and cure of a refusal in whole sentences, as far as its title leaves them open. */
export function refusalDetail(kind: RefusalKind): string {
  const { cause, cure }: Partial<FailureWords> = refusals[kind];
  return [cause, cure].filter((sentence) => sentence !== undefined).join(' ');
}

/** The whole refusal in one line: title, cause, cure. */
export const refusalSentence = (kind: RefusalKind): string => `${refusals[kind].title}. ${refusalDetail(kind)}`;
