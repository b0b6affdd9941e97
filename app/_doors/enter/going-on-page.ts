import { NextResponse } from 'next/server';

/** A page that goes on to the provider by itself, without a script; where the browser does not, its link does. */
export function goingOnPage(url: string, provider: string): NextResponse {
  const [href, name] = [escaped(url), escaped(provider)];
  const body = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0; url=${href}"><title>Going on to ${name} · Adoption</title></head>
<body><main><h1>Going on to ${name}</h1><p><a href="${href}">Go on to ${name}</a> if nothing happens.</p></main></body></html>
`;
  return new NextResponse(body, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
