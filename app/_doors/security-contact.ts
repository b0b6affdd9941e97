import 'server-only';
import { world } from '@/lib/runtime/runtime';
import { securityText } from '@/lib/views/security-text';

/** Where weaknesses of this installation are told, to whoever asks; without SECURITY_CONTACT there is nothing here. */
export async function answerSecurityContact(): Promise<Response> {
  const { config, clock } = await world();
  if (config.securityContact === null) return new Response('Nobody is named here.\n', { status: 404, headers: plain });
  const { securityContact: contact, publicUrl } = config;
  return new Response(securityText({ contact, publicUrl, now: clock.now() }), { headers: plain });
}

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
