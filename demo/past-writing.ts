import { countsOn } from '@/demo/fake-enpass/organisation';
import type { AnnotationKind } from '@/lib/domain/annotation';
import { addDays, type Day, daysBetween, weekday } from '@/lib/domain/day';
import type { Answers } from '@/lib/domain/review';
import { type Week, weekOf } from '@/lib/domain/week';

/** What people wrote beside the numbers of a history that begins on `start`; days are YYYY-MM-DD. */
export type PastWriting = {
  readonly annotations: readonly { from: Day; to: Day; title: string; kind: AnnotationKind }[];
  /** Oldest first, up to the week before last: last week's review is due. */
  readonly reviews: readonly (Answers & { week: Week; revised: Partial<Answers> | null })[];
};

export function pastWriting({ start, today }: { start: Day; today: Day }): PastWriting {
  const monday = addDays(today, 1 - weekday(today));
  return {
    annotations: [...told.map((one) => annotationOf(one, monday)), ...licencesAdded(start, today)].filter(
      ({ from }) => from >= start,
    ),
    reviews: reviews
      .map((answers, index) => ({ ...answers, week: weekOf(addDays(monday, -7 * (reviews.length + 1 - index))) }))
      .filter(({ week }) => week > weekOf(start))
      .map((review) => ({ ...review, revised: review.week === weekOf(addDays(today, -33)) ? tokenRanOut : null })),
  };
}

type Told = { weeksAgo: number; first: number; last: number; title: string; kind: AnnotationKind };

/** `first` and `last` are weekdays, Monday 1. */
const told: readonly Told[] = [
  { weeksAgo: 56, first: 1, last: 5, title: 'Pilot with IT and Finance', kind: 'other' },
  { weeksAgo: 50, first: 1, last: 5, title: 'First wave: offices in Hamburg and Leipzig', kind: 'campaign' },
  { weeksAgo: 33, first: 2, last: 2, title: 'Warehouses join', kind: 'campaign' },
  { weeksAgo: 21, first: 3, last: 3, title: 'Reminder: set up the app on your phone', kind: 'reminder' },
  { weeksAgo: 12, first: 1, last: 4, title: 'Driver training in four depots', kind: 'training' },
  { weeksAgo: 4, first: 2, last: 2, title: 'Reminder to all with activation pending', kind: 'reminder' },
  { weeksAgo: 1, first: 1, last: 4, title: 'Lunch sessions: browser extension', kind: 'training' },
];

const annotationOf = ({ weeksAgo, first, last, title, kind }: Told, monday: Day) => ({
  from: addDays(monday, first - 1 - 7 * weeksAgo),
  to: addDays(monday, last - 1 - 7 * weeksAgo),
  title,
  kind,
});

/** The last day on which licences were added, as the numbers tell it. */
function licencesAdded(start: Day, today: Day): PastWriting['annotations'] {
  const totalOn = (day: Day) => countsOn(day, start).total_license ?? 0;
  for (let ago = 1; ago < daysBetween(start, today); ago += 1) {
    const day = addDays(today, -ago);
    const added = totalOn(day) - totalOn(addDays(day, -1));
    if (added > 0) return [{ from: day, to: day, title: `${added} more licences`, kind: 'licence-change' }];
  }
  return [];
}

const tokenRanOut = {
  why: 'The Enpass token ran out and three days have no snapshot; Olga has replaced it. The numbers of the days around it fit together, so nothing else happened.',
};

const reviews: readonly Answers[] = [
  {
    happened:
      'The second round of invitations went to Rotterdam. The service desk had eleven questions, nine of them about the master password.',
    why: 'Rotterdam starts at six in the morning and reads mail at the end of the shift, so the answers came late in the week.',
    next: 'Max puts the five most frequent questions on the intranet by Wednesday. Ada asks Rotterdam for somebody who helps on site.',
  },
  {
    happened: 'The questions are on the intranet and Joris helps in Rotterdam. Most new people came from there.',
    why: 'Somebody next to you who knows it works better than any mail.',
    next: 'Find a helper in each warehouse. Max asks the four managers on Tuesday.',
  },
  {
    happened: 'Helpers are named in Hamburg, Leipzig and Gdańsk. A quiet week otherwise.',
    why: 'Half of Gdańsk was on holiday until Thursday.',
    next: 'Hand the helpers the list of who has activation pending, by Friday. Look at the browser extension: many use Enpass on the phone only.',
  },
  {
    happened: 'The helpers went through their lists. Several people had their invitation in the spam folder.',
    why: 'The mail gateway sorted invitations out since its update. IT has put the sender on the allowed list.',
    next: 'Send the reminder to all with activation pending again on Tuesday, now that it arrives.',
  },
  {
    happened: 'The reminder went out on Tuesday and arrived. The line for drivers is still the weakest.',
    why: 'Drivers rarely open their company mailbox.',
    next: 'Ask for the invitation link in the drivers’ app. Max talks to dispatch on Monday.',
  },
  {
    happened:
      'Dispatch agrees to show the link in the drivers’ app for two weeks. Finance moved its shared logins to a vault.',
    why: 'The auditors asked Finance who knows which password; now there is an answer.',
    next: 'Dispatch switches the link on by Thursday. Ada shows Purchasing what Finance did.',
  },
  {
    happened: 'The link is in the drivers’ app since Thursday. Purchasing begins with a shared vault.',
    why: 'Too early to tell what the link does: it has been there for two working days.',
    next: 'Prepare the lunch sessions on the browser extension for the week after next: room, invitation, three examples.',
  },
  {
    happened:
      'More drivers came by the link than by all mails before. The invitation to the lunch sessions is out, 46 have said yes.',
    why: 'The drivers’ app is opened on every shift.',
    next: 'Lunch sessions Monday to Thursday. Keep the link for another month. Max counts who connects the extension afterwards.',
  },
];
