export const linkHint =
  'Send it only to them: whoever opens it first chooses the password. It works once, ends by itself, and is never shown again.';
