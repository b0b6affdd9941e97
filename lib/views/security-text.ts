import { securityTextPath } from './paths';

type Input = { readonly contact: string; readonly publicUrl: URL; readonly now: Date };

// RFC 9116 wants an end in less than a year. Whoever runs the application keeps the contact true, so it moves on by itself.
const goodForMs = 90 * 86_400_000;

/** The text of /.well-known/security.txt (RFC 9116). It is only the true one where it was fetched by https. */
export const securityText = ({ contact, publicUrl, now }: Input): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${new Date(now.getTime() + goodForMs).toISOString()}`,
    'Preferred-Languages: en',
    ...(publicUrl.protocol === 'https:' ? [`Canonical: ${new URL(securityTextPath(), publicUrl)}`] : []),
    '',
  ].join('\n');
