import type { Member } from '../../demo/cast';
import { type House, test as story } from '../e2e/stories';
import { startReportingRelay } from './parts/reporting-relay';
import { type Visitor, visitorOf } from './parts/visitor';
import { startWebKit } from './parts/webkit';

type Enter = (house: House, member: Member, look?: { readonly dark?: boolean }) => Promise<Visitor>;

/** A window before a house; what any page of it complained about fails the story. */
export const test = story.extend<{ enter: Enter }>({
  enter: async ({ complaints }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async ({ app }, member, { dark = false } = {}) => {
      const relay = await startReportingRelay(app.url, complaints);
      const { ask, end } = await startWebKit({ dark });
      ends.push(async () => {
        await end();
        relay.end();
      });
      const visitor = visitorOf(ask, relay.url);
      await visitor.signIn(member);
      return visitor;
    });
    for (const end of ends) await end();
  },
});
