import type { MetricId } from '@/lib/domain/metrics/adoption';

export type Behaviour = {
  /** What makes it rise and fall. */
  readonly moves: string;
  /** What to do when it stalls. */
  readonly stalls: string;
};

/** A metric without its words does not compile. */
export const metricBehaviour: Readonly<Record<MetricId, Behaviour>> = {
  total_license: {
    moves: 'Buying or giving back licences, and people who join or leave where licences follow the directory.',
    stalls: 'Nothing: it should only move when somebody decides so.',
  },
  assigned_license: {
    moves: 'Assigning licences in the Enpass console, by hand or from the directory.',
    stalls: 'Agree on the next group and assign its licences; see how many are unassigned.',
  },
  unassigned_license: {
    moves: 'It is total less assigned: it falls with every assignment and rises with every licence bought.',
    stalls: 'Plan the next group, or buy fewer licences at the next renewal.',
  },
  activated_license: {
    moves: 'People who follow their invitation.',
    stalls: 'Send the invitation again and say where it comes from; reach those who rarely read e-mail another way.',
  },
  activation_pending: {
    moves: 'It rises when licences are assigned and falls when people activate.',
    stalls: 'Remind these people; take licences back that nobody will use.',
  },
  onboarded_users: {
    moves: 'Activated people who set up the app and create their vault.',
    stalls: 'Offer set-up together, in a session or at the help desk; check that the app can be installed at all.',
  },
  app_setup_pending: {
    moves: 'It rises when people activate and falls when they create their vault.',
    stalls: 'See what holds them up: the app’s installation, the server’s address, or time.',
  },
  using_enpass: {
    moves: 'Onboarded people who save their first own items.',
    stalls: 'Show how to import passwords from the browser; begin with one item that everybody needs.',
  },
  usage_pending: {
    moves: 'It rises when people are onboarded and falls when they add an item.',
    stalls: 'These people are one step away: a short demonstration does more than a reminder.',
  },
  added_items: {
    moves: 'People who save items beyond the samples.',
    stalls: 'As for Using Enpass; watch it as the base of browser extension and autofill.',
  },
  connected_browser_extension: {
    moves: 'People who pair the extension; distributing it centrally moves it most.',
    stalls: 'Distribute the extension by policy, and tell people to pair it once.',
  },
  connected_browser_extension_pending: {
    moves: 'It rises with people who add items and falls when they pair the extension.',
    stalls: 'As for the extension itself.',
  },
  using_autofill: {
    moves: 'People who let Enpass fill in a password for the first time. It hardly ever falls.',
    stalls: 'It often waits for the browser extension; on phones autofill must be switched on in the system.',
  },
  using_autofill_pending: {
    moves: 'It rises with people who add items and falls when they first use autofill.',
    stalls: 'Start with those who have no extension.',
  },
  total_users: {
    moves: 'Enpass’s own count of users behind activity; it follows Onboarded, not always on the same day.',
    stalls: 'Compare it with Onboarded; a lasting difference is shown as a note.',
  },
  active_users: {
    moves: 'People who open Enpass; holidays lower it, a month later it recovers.',
    stalls: 'Look at who is inactive: people who left, or people who went back to old habits.',
  },
  inactive_users: {
    moves: 'It is total users less active ones.',
    stalls: 'Take back licences of people who left; ask the others what is missing.',
  },
  assignment: {
    moves: 'Assigning licences raises it, buying licences lowers it.',
    stalls: 'Agree on the next group to get licences.',
  },
  activation: {
    moves: 'Activations raise it; a large assignment lowers it for a while.',
    stalls: 'Look at Activation pending, and at how long ago their licences were assigned.',
  },
  onboarding: {
    moves: 'Vaults created raise it; many activations at once lower it for a while.',
    stalls: 'Look at App setup pending.',
  },
  usage: {
    moves: 'First own items raise it; many new vaults at once lower it for a while.',
    stalls: 'Look at Usage pending.',
  },
  adoption: {
    moves:
      'Every step of the journey: more people using Enpass raise it, more licences assigned lower it until their people arrive.',
    stalls: 'Look for the biggest drop-off in the journey and begin there.',
  },
  extension: {
    moves: 'Paired extensions raise it; many new users at once lower it.',
    stalls: 'Distribute the extension centrally.',
  },
  autofill: {
    moves: 'First uses of autofill raise it; many new users at once lower it.',
    stalls: 'Raise the browser extension first.',
  },
  active: {
    moves: 'It moves slowly, since each day looks back on 30; holidays show for a month.',
    stalls: 'Look at Inactive users; a fall here comes before a fall in the will to renew.',
  },
};
