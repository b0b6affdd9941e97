import type { WrittenWeeks } from './written-weeks';

/** From the go-live to the end of the stall. */
export const reviewsFirstHalf: WrittenWeeks = {
  [-47]: {
    happened:
      'Go-live. Hamburg and Leipzig got their licences on Monday, {assigned} more are assigned. Adoption fell with that, as announced: the people come after the licences.',
    why: 'All invitations went out on one day, so that the team leads could speak of one thing in one meeting.',
    next: 'Max sits in Hamburg until Friday, Olga in Leipzig. Ada asks each team lead for a quarter of an hour.',
  },
  [-46]: {
    happened:
      '{activated} people followed their invitation, {using} more use Enpass. The service desk had 31 questions.',
    why: 'Nine questions of ten were about the master password: how long, and what if I forget it.',
    next: 'Put the answer on the intranet, with the picture of the recovery sheet. Max, by Wednesday.',
  },
  [-45]: {
    happened: '{using} more people use Enpass. The page on the intranet was opened more often than the canteen’s.',
    why: 'Team leads have it on their agenda, and the questions have an answer one can link to.',
    next: 'Go on. Ask those who have a vault and nothing in it what they are waiting for.',
  },
  [-44]: {
    happened: 'Another {using} people. Leipzig overtakes Hamburg.',
    why: 'Leipzig imported the browser’s passwords together, in one room, in half an hour.',
    next: 'The same in Hamburg: three dates, a room, coffee.',
  },
  [-43]: {
    happened: 'The first import session in Hamburg was full. {onboarded} more people have a vault.',
    why: 'Nobody types forty passwords. With the import it is done.',
    next: 'Two more sessions. Ada lets IT install the app on all notebooks by policy.',
  },
  [-42]: {
    happened: 'The offices are nearly through: {using:now} people use Enpass, six weeks ago it was the pilot.',
    why: 'Sessions, the intranet page, and team leads who do it themselves.',
    next: 'Smaller offices next, ten licences a week: Bremen, Kassel, Erfurt.',
  },
  [-41]: {
    happened: 'Bremen has begun. A power cut took the server down over the weekend: two days have no snapshot.',
    why: 'The building was without power from Friday night to Sunday night; nothing of it touched Enpass.',
    next: 'Olga has the server put on the emergency supply.',
  },
  [-40]: {
    happened: 'Bremen and Kassel have their licences, and {activated} more people activated.',
    why: 'Small offices do it in one morning.',
    next: 'Erfurt, and the field service, who are hardly ever in an office.',
  },
  [-39]: {
    happened: 'Field service is slow: they have their licences and no time. The offices go on by themselves.',
    why: 'They read mail in the evening, on the phone.',
    next: 'A short text for the phone, with one link.',
  },
  [-38]: {
    happened: 'The text works better than the mail: {activated} activations.',
    why: 'One link, one minute.',
    next: 'Use the same text for whoever starts on a phone.',
  },
  [-37]: {
    happened: 'The offices go on by themselves. Finance has moved all shared logins to a vault.',
    why: 'The auditors asked who knows which password; now there is an answer.',
    next: 'Ada shows Purchasing what Finance did.',
  },
  [-36]: {
    happened: 'A quiet week. Purchasing has begun with a shared vault.',
    why: 'What is left in the offices are people who rarely need a password.',
    next: 'Plan the warehouses: who, when, on which devices.',
  },
  [-35]: {
    happened: 'The plan for the warehouses is ready. The last office teams have their licences.',
    why: 'We wanted the offices to be finished first.',
    next: 'Talk with the works council before anything goes to the warehouses.',
  },
  [-34]: {
    happened: 'The works council wants an agreement before more people are invited: what is counted, and who sees it.',
    why: 'Usage of a program is something they have a say in. We should have asked in the pilot.',
    next: 'Hold all invitations back. Max and the works council meet on Tuesday.',
  },
  [-33]: {
    happened: 'Nothing moves, and nothing should: no invitation leaves the house.',
    why: 'The agreement is being written.',
    next: 'Show the works council these pages: counts, and no names anywhere.',
  },
  [-32]: {
    happened: 'Standing still. On Wednesday our network found no name of the outside world; that day has no snapshot.',
    why: 'The invitations are on hold. The name server had a faulty update.',
    next: 'Second meeting with the works council on Thursday.',
  },
  [-31]: {
    happened: 'Standing still. The draft of the agreement is with the lawyers.',
    why: 'Invitations on hold.',
    next: 'Use the time: helpers in each warehouse, by name.',
  },
  [-30]: {
    happened: 'Standing still. Rotterdam and Gdańsk have named their helpers.',
    why: 'Invitations on hold.',
    next: 'Train the helpers in a call.',
  },
  [-29]: {
    happened: 'Standing still, though the helpers are trained and ask when it begins.',
    why: 'The agreement waits for one signature.',
    next: 'Ada asks the board for it.',
  },
  [-28]: {
    happened: 'The agreement is signed since Friday. Six weeks without a step, as the numbers show.',
    why: 'It says: counts only, no ranking of teams, deleted when somebody leaves.',
    next: 'Order 100 licences. Begin with the last offices, then the warehouses.',
  },
  [-27]: {
    happened: '100 more licences since Wednesday. Assignment fell by that alone: nobody lost a licence.',
    why: 'The warehouses need more than we had left.',
    next: 'Assign them in two steps, so that the helpers keep up.',
  },
};
