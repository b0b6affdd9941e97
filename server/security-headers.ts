/** What every answer tells the browser to refuse. `development` lets React's and Next's own tools work. */
export function securityHeaders({
  nonce,
  secure,
  development,
}: {
  nonce: string;
  secure: boolean;
  development: boolean;
}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy({ nonce, secure, development }),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not `no-referrer`: browsers then send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** For scripts, styles and fonts: none of them is ever a page. Short, because a first visit fetches more than a dozen. */
export const policyOfFiles = "default-src 'none'; frame-ancestors 'none'";

function contentPolicy({ nonce, secure, development }: { nonce: string; secure: boolean; development: boolean }) {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // Bars are as long as their number: a style attribute is the only way to say so before a script runs.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
