import { type Member, nobody, signedIn } from '@/demo/cast';
import { isIdle, sessionLifetime } from '@/lib/domain/session';
import { signIn } from '@/lib/services/access/sign-in';
import { type Context, contextFor } from '@/lib/services/context';
import { fingerprint } from '@/lib/services/parts/random-secret';

type Session = { readonly id: string; readonly begun: Date; seen: Date };

type Account = Member & { readonly password: string };

/** Where somebody sits, and with what. */
const desk = {
  ada: {
    network: '10.20.4.11',
    agent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  },
  max: {
    network: '10.20.4.36',
    agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
  },
  olga: { network: '10.20.7.5', agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0' },
  vera: {
    network: '10.31.2.80',
    agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36',
  },
} as const;

const minutesBefore = 6;

/** Lets people act in the past as sessions let them today: whoever has none that is alive signs in a few minutes before. */
export function pastSessions(ctx: Context) {
  const open = new Map<string, Session>();
  const { organisation } = ctx;
  return async (who: keyof typeof desk, account: Account, at: Date): Promise<Context> => {
    const { network } = desk[who];
    const clock = { now: () => at };
    const session = alive(open.get(who), at) ?? (await begin(ctx, { who, account, at }));
    open.set(who, session);
    session.seen = at;
    await ctx.store.sessions.seen(session.id, at);
    const { password: _, ...member } = account;
    const actor = { ...signedIn(member), via: { session: session.id } };
    return contextFor({ ...ctx, clock }, { actor, organisation, network });
  };
}

function alive(session: Session | undefined, at: Date): Session | undefined {
  if (session === undefined || isIdle(session.seen, at)) return undefined;
  return at.getTime() - session.begun.getTime() < sessionLifetime.longestMs ? session : undefined;
}

type Beginning = { readonly who: keyof typeof desk; readonly account: Account; readonly at: Date };

async function begin(ctx: Context, { who, account, at }: Beginning): Promise<Session> {
  const begun = new Date(at.getTime() - minutesBefore * 60_000);
  const { network, agent } = desk[who];
  const { organisation, passwords } = ctx;
  // Judging a password takes as long as it should: once for each of them would be half of a demo's start.
  const known = {
    ...passwords,
    verify: async (hash: string | null, given: string) => hash !== null && given === account.password,
  };
  const then = contextFor(
    { ...ctx, passwords: known, clock: { now: () => begun } },
    { actor: nobody, organisation, network },
  );
  const { email, password } = account;
  const opened = await signIn(then, { email, password, userAgent: agent });
  if (!opened.ok) throw new Error(`${email} could not sign in: ${opened.failure.kind}`);
  return { id: await fingerprint(opened.value.secret), begun, seen: at };
}
