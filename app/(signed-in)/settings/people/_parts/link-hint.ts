export const linkHint =
  'Send it to nobody else: whoever opens it first chooses the password. It works once, ends by itself, and is never shown again.';
