export type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** W3C's WebDriver is a handful of JSON requests: a session, then whatever is asked of its window. */
export function asking(address: string): {
  status(): Promise<unknown>;
  session(capabilities: object): Promise<Ask>;
} {
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}, ${value.message}`);
    return value;
  };
  return {
    status: () => send('GET', '/status'),
    session: async (alwaysMatch) => {
      const opened = await send('POST', '/session', { capabilities: { alwaysMatch } });
      const id = typeof opened === 'object' && opened && 'sessionId' in opened ? String(opened.sessionId) : '';
      return (method, path, body) => send(method, `/session/${id}${path}`, body);
    },
  };
}
