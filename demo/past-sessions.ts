import { type Member, nobody, signedIn } from '@/demo/cast';
import { isOver } from '@/lib/domain/session';
import { signIn } from '@/lib/services/access/sign-in';
import { type Context, contextFor } from '@/lib/services/context';

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

export type Sessions = Map<string, Session>;

type Acting = { readonly who: keyof typeof desk; readonly account: Account; readonly at: Date };

/** The world as somebody saw it then. As today it takes a session: whoever has none in `open` that is alive signs in a few minutes before. */
export async function signedInAt(ctx: Context, open: Sessions, { who, account, at }: Acting): Promise<Context> {
  const session = alive(ctx, open.get(who), { account, at }) ?? (await begin(ctx, open, { who, account, at }));
  open.set(who, session);
  session.seen = at;
  await ctx.store.sessions.seen(session.id, at);
  const { password: _, ...member } = account;
  const actor = { ...signedIn(member), via: { session: session.id, signedInBy: 'password', confirmedAt: at } as const };
  const { network } = desk[who];
  return contextFor({ ...ctx, clock: { now: () => at } }, { actor, organisation: ctx.organisation, network });
}

function alive({ config }: Context, session: Session | undefined, { account, at }: Omit<Acting, 'who'>) {
  if (session === undefined) return undefined;
  const used = { createdAt: session.begun, lastSeenAt: session.seen };
  return isOver(used, { role: account.role, limits: config.sessions, now: at }) ? undefined : session;
}

async function begin(ctx: Context, open: Sessions, { who, account, at }: Acting): Promise<Session> {
  // The log is in order: not before what somebody else did a moment ago.
  const lastSeen = [...open.values()].map(({ seen }) => seen.getTime()).filter((seen) => seen <= at.getTime());
  const begun = new Date(Math.max(at.getTime() - minutesBefore * 60_000, ...lastSeen));
  const { network, agent } = desk[who];
  const then = contextFor(
    { ...ctx, ...quick(ctx, account), clock: { now: () => begun } },
    { actor: nobody, organisation: ctx.organisation, network },
  );
  const { email, password } = account;
  const opened = await signIn(then, { email, password, userAgent: agent });
  if (!opened.ok) throw new Error(`${email} could not sign in: ${opened.failure.kind}`);
  const live = await ctx.store.sessions.live(opened.value.person.id, begun);
  const session = live.find(({ createdAt }) => createdAt.getTime() === begun.getTime());
  if (!session) throw new Error('who signed in has a session');
  return { id: session.id, begun, seen: at };
}

/** Judging a password takes as long as it should, and guesses are counted beside every transaction: here neither is needed. */
function quick({ passwords, limits }: Context, { password }: Account): Pick<Context, 'passwords' | 'limits'> {
  const verify = async (hash: string | null, given: string) => hash !== null && given === password;
  const always = { check: async () => ({ allowed: true, retryAfterSeconds: 0, refund: nothing }) };
  return {
    passwords: { ...passwords, verify },
    limits: { ...limits, guessesPerAccount: always, guessesPerNetwork: always },
  };
}

const nothing = async () => undefined;
