import { setUpLink } from './parts/set-up-link';
import { expect, test } from './stories';

const unconnected = { ENPASS_BASE_URL: '', ENPASS_API_TOKEN: '', ORG_NAME: '', ORG_TIME_ZONE: '' };

/** Browsers call one zone by several names; all of them are to find it. */
test('set-up chooses the zone of the browser under its present name, whatever the browser calls it', async ({
  build,
}) => {
  const house = await build({ seeded: false, env: unconnected });
  for (const [called, present] of [
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['UTC', 'UTC'],
  ] as const) {
    const page = await house.visit({ timezoneId: called });
    // Which name an engine gives depends on its version: the browser says what is asked of it here.
    await page.addInitScript((zone) => {
      const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...resolved.call(this), timeZone: zone };
      };
    }, called);
    await page.goto(setUpLink(house));
    const field = page.getByLabel('Time zone');
    await expect(field).toHaveValue(present);
    const there = new Date().toLocaleTimeString('en-GB', { timeZone: called, hour: '2-digit', minute: '2-digit' });
    await expect(field).toHaveAccessibleDescription(new RegExp(`It is .+, ${there.slice(0, 2)}:\\d\\d there now`));
    await page.close();
  }
});
