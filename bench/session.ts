/** The cookies of a person who signed in, as a `Cookie` header. */
export async function sessionCookie(url: string, email: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = await fetch(`${url}/api/auth/csrf`)
    .then(keep)
    .then((answer) => answer.json());
  await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookies(), Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: csrf.csrfToken, email, password }),
  }).then(keep);
  const overview = await fetch(url, { headers: { Cookie: cookies() }, redirect: 'manual' });
  if (overview.status !== 200) throw new Error(`the overview answers ${overview.status} after sign-in`);
  return cookies();
}
