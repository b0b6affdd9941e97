import { headers } from 'next/headers';

/** The least a dynamic page can do: what the same Next version costs on this machine. */
export default async function Page() {
  const agent = (await headers()).get('user-agent');
  return <h1>{agent}</h1>;
}
