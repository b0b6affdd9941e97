import type { Claims } from '@/lib/domain/provider-claims';

/** By how much the provider's clock may differ from ours, in seconds. */
export const clockToleranceSeconds = 120;

/**
 * What is wrong with when an ID token says it was issued, null for nothing: it was made for this very attempt, so it can be neither older
 * than that nor from the future, and where it is the clocks differ.
 */
export function timeFault({ iat }: Claims, { beganAt, now }: { beganAt: Date; now: Date }): string | null {
  if (typeof iat !== 'number') return 'its ID token does not say when it was issued';
  const aheadSeconds = Math.round(iat - now.getTime() / 1000);
  const behindSeconds = Math.round(beganAt.getTime() / 1000 - iat);
  if (aheadSeconds > clockToleranceSeconds) return clocksDiffer(aheadSeconds, 'ahead of');
  return behindSeconds > clockToleranceSeconds ? clocksDiffer(behindSeconds, 'behind') : null;
}

/** The same of a token that is out of date or not good yet as it comes; null where the clocks are not the reason. */
export function clockFault({ iat }: Claims, nowSeconds: number): string | null {
  if (typeof iat !== 'number') return null;
  const ahead = Math.round(iat - nowSeconds);
  if (Math.abs(ahead) <= clockToleranceSeconds) return null;
  return clocksDiffer(Math.abs(ahead), ahead > 0 ? 'ahead of' : 'behind');
}

const clocksDiffer = (seconds: number, how: 'ahead of' | 'behind'): string =>
  `the clocks differ: the provider’s is about ${seconds} s ${how} ours, and ${clockToleranceSeconds} s are let pass`;
