import type { WrittenWeeks } from './written-weeks';

/** From the warehouses to last week. */
export const reviewsSecondHalf: WrittenWeeks = {
  [-26]: {
    happened: 'It moves again: {activated} activations after weeks of nothing.',
    why: 'The invitations that had been held back went out.',
    next: 'Warehouses on Tuesday. Expect adoption to fall on that day.',
  },
  [-25]: {
    happened:
      'The warehouses joined on Tuesday: {assigned} more licences in one week. Adoption fell with the licences.',
    why: 'The base grew at once, the people come one by one.',
    next: 'Helpers go through the shifts. Judge by people for a month, not by the rate.',
  },
  [-24]: {
    happened: '{activated} people activated, most of them on a shared terminal.',
    why: 'Joris stands beside the terminal in Rotterdam at every change of shift.',
    next: 'Ask the other warehouses to do as Rotterdam does.',
  },
  [-23]: {
    happened: '{activated} more activations, {using} more people use Enpass.',
    why: 'Somebody next to you who knows it works better than any mail.',
    next: 'Gdańsk closes for six weeks from Monday: its people will be seen as inactive from the end of the month after.',
  },
  [-22]: {
    happened: 'Gdańsk is closed. Everybody else goes on: {using} more people.',
    why: 'The hall gets a new floor and new lines.',
    next: 'Nothing to do for Gdańsk until it opens.',
  },
  [-21]: {
    happened: 'Everybody but Gdańsk goes on. Active users do not show Gdańsk yet.',
    why: 'That count looks back on 30 days.',
    next: 'Write down that it is expected, so that nobody is frightened later.',
  },
  [-20]: {
    happened: 'On Friday Enpass did not answer in time, the whole day: no snapshot. Otherwise {activated} activations.',
    why: 'Trouble on their side, said their status page; Saturday was well again.',
    next: 'Max is away for a week and a half. Ada keeps an eye on it.',
  },
  [-18]: {
    happened:
      'Active users fall: Gdańsk has now been closed for longer than 30 days. Nobody else stopped. The proxy showed its sign-in page to our server on Monday; Olga has had it excepted.',
    why: 'Their last visit has left the window that the count looks at.',
    next: 'Wait for the opening. The count should be back within a fortnight.',
  },
  [-17]: {
    happened: '200 more licences since Thursday, for customer service. Gdańsk opens again on Monday.',
    why: 'Ordered with this year’s discount; they will be assigned in steps.',
    next: 'Invitation for customer service on Tuesday in a week.',
  },
  [-16]: {
    happened: 'Gdańsk is back, and active users with it. {using} more people use Enpass.',
    why: 'The hall is open since Monday.',
    next: 'Customer service on Tuesday.',
  },
  [-15]: {
    happened:
      'Customer service joined: {assigned} more licences in one week. {pending:now} people now have a licence and have not activated it.',
    why: 'They got them all at once, in the middle of the holiday season.',
    next: 'One reminder to everybody with activation pending, on Wednesday, in our own words.',
  },
  [-14]: {
    happened: 'The reminder went out on Wednesday: {activated} people activated, as many as in a month before.',
    why: 'It came from Max and not from a machine, and it says what happens when one clicks.',
    next: 'Do not send another: once is a help, twice is noise.',
  },
  [-13]: {
    happened: 'It went on: {activated} more activations, {using} more people use Enpass. Our best fortnight.',
    why: 'Customer service tells one another.',
    next: 'Lübeck goes to its buyer on Monday. 17 licences come back, and its people leave every count.',
  },
  [-12]: {
    happened:
      'The Lübeck depot was sold on Monday: 17 licences came back, and every number fell with it. Adoption did not suffer.',
    why: 'Those people are colleagues of somebody else now.',
    next: 'Compare with the Tuesday after, not with the week before.',
  },
  [-11]: {
    happened: '{using} more people use Enpass. Half of those who use it have not connected the browser extension.',
    why: 'On the phone one does not miss it; at the desk one copies and pastes.',
    next: 'Prepare lunch sessions on the extension: room, invitation, three examples.',
  },
  [-10]: {
    happened: 'The invitation to the lunch sessions is out, 46 have said yes. {using} more people use Enpass.',
    why: 'It promises lunch.',
    next: 'Sessions from Monday to Thursday. IT distributes the extension by policy on the same days.',
  },
  [-9]: {
    happened:
      'Lunch sessions on the browser extension: {extension} people connected it in one week. The server moved on Wednesday, so that day has no snapshot.',
    why: 'It was on their machines already; what was missing was somebody who showed the one click.',
    next: 'A film of two minutes for those who could not come.',
  },
  [-8]: {
    happened: 'It goes on: {extension} more have connected the extension.',
    why: 'The film, and neighbours.',
    next: 'Look at the depots: they use the phone, so autofill matters there, not the extension.',
  },
  [-7]: {
    happened: '{extension} more with the extension. {using} more use Enpass.',
    why: 'The film is in the welcome mail now, too.',
    next: 'Plan the training on autofill in four depots.',
  },
  [-6]: {
    happened: 'A week without events: {using} more people. Saturday and Sunday have no snapshot.',
    why: 'Nobody was there at the weekend.',
    next: 'Training in the depots, Tuesday to Thursday of the week after: 20 minutes before the shift.',
  },
  [-5]: {
    happened: 'Training in the first two depots: {autofill} people used autofill for the first time.',
    why: 'On most phones it only had to be switched on in the system.',
    next: 'The other two depots by Thursday.',
  },
  [-4]: {
    happened: 'All four depots have had their training: {autofill} more who have used autofill.',
    why: 'Twenty minutes, phone in hand, and nobody leaves before it works once.',
    next: 'Keep the date for new drivers: first Monday of the month.',
  },
  [-3]: {
    happened: '{activated} activations and {using} more who use Enpass.',
    why: 'No event, only new teams: dispatch and the gate.',
    next: 'Licences for the last teams without one. {pending:now} people still wait: ask the team leads, one by one.',
  },
  [-2]: {
    happened: '{using} more people use Enpass. On Thursday Enpass answered with an error all day: no snapshot.',
    why: 'Their maintenance took longer than announced; Friday was well again.',
    next: 'Agree on next year’s number of licences with Purchasing.',
  },
  [-1]: {
    happened: '{using} more people use Enpass. The last teams have their licences.',
    why: 'Nothing special: it goes on by itself now.',
    next: 'Go through the list of those who wait with the team leads.',
  },
};

/** For the weeks in which the offices are closed. */
export const reviewOfClosedWeek = {
  happened: 'The offices are closed. Hardly anything moves.',
  why: 'Christmas and New Year.',
  next: 'Nothing until everybody is back.',
} as const;

/** What Ada wrote when she opened the review of a week again that had said too little. */
export const openedAgain = {
  week: -6,
  why: 'Our token for Enpass ran out on Friday evening, and nobody saw it before Monday. Enpass’s numbers of both days are lost. I have entered a new one, and the day on which it ends is in the calendar.',
} as const;

/** Max was away; Ada wrote for him once, and once nobody did. */
export const byAda: ReadonlySet<number> = new Set([-20]);
