import { classNames } from '@/app/_ui/class-names';
import type { CalendarDay, CalendarWeek, DayState } from '@/lib/domain/calendar';
import type { Day } from '@/lib/domain/day';
import { calendarDayPath, dayStateWords } from '@/lib/views/runs/day-words';
import { plural, shortDay, weekdayDay } from '@/lib/views/words/numbers';
import { Icon } from '../../../_ui/icon';
import './calendar.css';

type Props = { weeks: readonly CalendarWeek[]; label: string; today: Day };

/** By key a calendar is a hundred stops; what is meant most often comes after it. */
export const PastCalendar = ({ to }: { to: 'history' | 'gaps' }) => (
  <a className="sr past-calendar" href={`#${to}`}>
    {to === 'gaps' ? 'Past the calendar, to the gaps' : 'Past the calendar, to the run history'}
  </a>
);

/** Captured days and gaps, a week a column, Monday on top; a day leads to its runs. The gaps are listed in words beside it. */
export function Calendar({ weeks, label, today }: Props) {
  return (
    <>
      <PastCalendar to="history" />
      <section className="cal" aria-label={label}>
        <Weekdays names={['', 'Mon', '', 'Wed', '', 'Fri', '', 'Sun']} />
        {weeks.map((week, at) => (
          <Week key={firstOf(week)} week={week} month={monthHead(weeks, at)} today={today} />
        ))}
      </section>
      <Keys weeks={weeks} />
    </>
  );
}

/** One month of a year, under its name. */
export const MonthCalendar = ({ weeks, today }: Omit<Props, 'label'>) => (
  <div className="cal">
    <Weekdays names={['Mon', '', 'Wed', '', 'Fri', '', 'Sun']} />
    {weeks.map((week, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month do not move.
      <Days key={at} week={week} today={today} />
    ))}
  </div>
);

const Weekdays = ({ names }: { names: readonly string[] }) =>
  names.map((name, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week do not move.
    <b key={at} aria-hidden="true">
      {name}
    </b>
  ));

const firstOf = (week: CalendarWeek): string => week.find((cell) => cell !== null)?.day ?? '';
function monthOf(week: CalendarWeek | undefined): string {
  const last = week?.findLast((cell) => cell !== null);
  return last ? shortDay(last.day, last.day).slice(-3) : '';
}

/** A month is named over its first week. */
const monthHead = (weeks: readonly CalendarWeek[], at: number): string =>
  at > 0 && monthOf(weeks[at]) === monthOf(weeks[at - 1]) ? '' : monthOf(weeks[at]);

const Week = ({ week, month, today }: { week: CalendarWeek; month: string; today: Day }) => (
  <>
    <span className="mo" aria-hidden="true">
      {month}
    </span>
    <Days week={week} today={today} />
  </>
);

const Days = ({ week, today }: { week: CalendarWeek; today: Day }) =>
  week.map((cell, at) =>
    cell ? (
      <CalendarCell key={cell.day} cell={cell} today={today} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a place without a day has nothing else.
      <span key={at} />
    ),
  );

const looks: Record<DayState, string> = {
  captured: 'd',
  manual: 'd hand',
  imported: 'd imported',
  gap: 'd miss',
  today: 'd future',
  next: 'd future',
  'before-first': 'd before',
};

function CalendarCell({ cell, today }: { cell: CalendarDay; today: Day }) {
  const { day, state, isToday, reason } = cell;
  const look = classNames(looks[state], isToday && 'today');
  const words = `${weekdayDay(day, today)}: ${dayStateWords(state, reason)}`;
  const href = calendarDayPath(cell, today);
  const number = Number(day.slice(8));
  const shown =
    state === 'gap' ? (
      <>
        <Icon name="gap" />
        <span>{number}</span>
      </>
    ) : (
      number
    );
  return href === null ? (
    <span className={look} title={words}>
      {shown}
    </span>
  ) : (
    <a className={look} href={href} title={words} aria-label={words}>
      {shown}
    </a>
  );
}

const keyWords: readonly (readonly [DayState, string])[] = [
  ['captured', 'captured'],
  ['manual', 'captured by hand'],
  ['imported', 'imported'],
  ['gap', 'no snapshot'],
];

/** Only what occurs, with how often. */
export function Keys({ weeks }: { weeks: readonly CalendarWeek[] }) {
  const count = (state: DayState) => weeks.flat().filter((cell) => cell?.state === state).length;
  return (
    <ul className="keys">
      {keyWords.map(([state, words]) =>
        count(state) === 0 ? null : (
          <li key={state}>
            <Swatch className={looks[state]}>{state === 'gap' ? <Icon name="gap" /> : '7'}</Swatch>
            {words}, {plural(count(state), 'day')}
          </li>
        ),
      )}
      <li>
        <Swatch className="d today">7</Swatch>
        today
      </li>
      {count('next') > 0 && (
        <li>
          <Swatch className={looks.next}>7</Swatch>
          next
        </li>
      )}
    </ul>
  );
}

const Swatch = ({ className, children }: { className: string; children: React.ReactNode }) => (
  <span className="cal" aria-hidden="true">
    <span className={className}>{children}</span>
  </span>
);
