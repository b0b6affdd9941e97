import { expect, test } from 'vitest';
import { changeTarget } from '@/lib/services/targets/change-target';
import { removeTarget } from '@/lib/services/targets/remove-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { viewWeek } from '@/lib/services/weeks/view-week';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { reviewWorld, week } from './review-world';

const targetsOfThenTests = (fresh: () => Promise<TestDatabase>) => {
  const { at, max } = reviewWorld(fresh);
  const told = async () => succeeded(await viewWeek(max(), { week })).sheet.targets.map(({ fact }) => fact);

  test('a week that is over shows its targets as they stood then, also those that were removed since', async () => {
    at.clock.set('2026-11-18T09:00:00Z');
    const { target } = succeeded(await setTarget(max(), { metric: 'adoption', value: 0.75, by: '2027-01-31' }));
    at.clock.set('2026-11-23T09:00:00Z');
    const [before] = await told();
    expect(before).toMatch(/^Adoption 75% by 31 Jan 2027: /);
    await changeTarget(max(), { id: target.id, value: 0.62, by: '2026-12-24' });
    expect(await told()).toEqual([before]);
    await removeTarget(max(), { id: target.id });
    expect(await told()).toEqual([before]);
    await setTarget(max(), { metric: 'adoption', value: 0.9, by: '2027-03-31' });
    expect(await told()).toEqual([before]);
  });
};

onEachDatabase(targetsOfThenTests);
