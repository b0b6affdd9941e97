/** Everything the audit log may say, with what it tells a reader. Stored rows, exports and the API carry the keys: none is ever renamed. */
export const auditActions = {
  'set-up-link-created': 'Made a link for the first admin',
  'set-up-completed': 'Set the application up',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'sign-in-refused': 'Tried to sign in',
  'sign-in-halted': 'Tried to sign in too often',
  'sessions-ended': 'Ended sessions',
  'password-changed': 'Changed the own password',
  'password-change-refused': 'Gave a wrong password when changing it',
  'password-set': 'Set somebody’s password',
  'password-reset': 'Chose a new password by a link',
  'password-reset-link-created': 'Made a link for a new password',
  'invitation-link-created': 'Made a new link for an invitation',
  'invitation-accepted': 'Accepted an invitation',
  'person-added': 'Added a person',
  'person-invited': 'Invited a person',
  'person-disabled': 'Disabled a person',
  'person-enabled': 'Enabled a person',
  'person-corrected': 'Corrected a person’s name or address',
  'person-removed': 'Removed a person who never came',
  'role-changed': 'Changed a role',
  'token-created': 'Made an API token',
  'token-revoked': 'Revoked an API token',
  denied: 'Was denied',
  refreshed: 'Took a snapshot',
  'refresh-failed': 'Tried to take a snapshot',
  'connection-saved': 'Saved the connection to Enpass',
  'connection-tested': 'Tested the connection to Enpass',
  'organisation-saved': 'Changed the organisation',
  'history-imported': 'Imported history',
  'target-set': 'Set a target',
  'target-changed': 'Changed a target',
  'target-removed': 'Removed a target',
  'annotation-added': 'Wrote an annotation',
  'annotation-changed': 'Changed an annotation',
  'annotation-removed': 'Deleted an annotation',
  'view-saved': 'Saved a view for all',
  'view-renamed': 'Renamed a view for all',
  'view-removed': 'Deleted a view for all',
  'opening-view-chosen': 'Chose what Trends opens with',
  'review-completed': 'Completed a review',
  'review-reopened': 'Reopened a review',
  'backup-made': 'Made a backup',
  'backup-restored': 'Restored a backup',
  'key-rotated': 'Made a new encryption key',

  'session-replaced': 'Signed in over a session, which ended',
  'identity-linked': 'Joined an account with single sign-on',
  'link-refused': 'Was not joined with an account by single sign-on',
  'role-kept': 'Stayed the last admin although single sign-on says otherwise',
  confirmed: 'Confirmed who they are',
  'confirmation-refused': 'Gave a wrong password or code when confirming who they are',
  'totp-set-up': 'Set up an app for codes',
  'totp-removed': 'Removed the app for codes',
  'recovery-codes-made': 'Made new recovery codes',
  'recovery-code-used': 'Used a recovery code',
  'passkey-added': 'Added a passkey',
  'passkey-renamed': 'Renamed a passkey',
  'passkey-removed': 'Removed a passkey',
  'passkey-refused': 'Tried a passkey',
  'factor-reset': 'Reset somebody’s second factor',
  'chains-sealed': 'Began to seal the history',
  'chain-key-replaced': 'Went on sealing with a new key',
  'history-exported': 'Downloaded the history',
  'audit-exported': 'Downloaded the audit log',
  'token-refused': 'Sent a token that opens nothing',
  'networks-forgotten': 'Forgot where old entries came from',
  'person-erased': 'Erased a person',
} as const;

export type AuditAction = keyof typeof auditActions;

export const auditOutcomes = ['done', 'denied', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/**
 * How it ended, as an action's name says.
 * @example outcomeOf('signed-in') // 'done'
 * @example outcomeOf('sign-in-refused') // 'denied'
 * @example outcomeOf('refresh-failed') // 'failed'
 */
export function outcomeOf(action: string): AuditOutcome {
  if (/(^denied|-refused|-halted)$/.test(action)) return 'denied';
  return action.endsWith('-failed') ? 'failed' : 'done';
}

/** Who acted: a person, one of the application's own jobs, or nobody who is known. */
export type AuditActor = 'person' | 'job' | 'nobody';
