import { classNames } from '@/app/_ui/class-names';
import type { CalendarDay, CalendarWeek, DayState } from '@/lib/domain/calendar';
import { gapReasonWords } from '@/lib/views/words/gaps';
import { longDay, plural, shortDay } from '@/lib/views/words/numbers';
import { Icon } from '../../../_ui/icon';

/** Captured days and gaps, a week a column, Monday on top. The gaps are listed in words beside it. */
export function Calendar({ weeks, label }: { weeks: readonly CalendarWeek[]; label: string }) {
  return (
    <>
      <div className="cal" role="img" aria-label={label}>
        {['', 'Mon', '', 'Wed', '', 'Fri', '', 'Sun'].map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week do not move.
          <b key={at}>{name}</b>
        ))}
        {weeks.map((week, at) => (
          <Week key={firstOf(week)} week={week} month={monthHead(weeks, at)} />
        ))}
      </div>
      <Keys weeks={weeks} />
    </>
  );
}

const firstOf = (week: CalendarWeek): string => week.find((cell) => cell !== null)?.day ?? '';
function monthOf(week: CalendarWeek | undefined): string {
  const last = week?.findLast((cell) => cell !== null);
  return last ? shortDay(last.day, last.day).slice(-3) : '';
}

/** A month is named over its first week. */
const monthHead = (weeks: readonly CalendarWeek[], at: number): string =>
  at > 0 && monthOf(weeks[at]) === monthOf(weeks[at - 1]) ? '' : monthOf(weeks[at]);

const Week = ({ week, month }: { week: CalendarWeek; month: string }) => (
  <>
    <span className="mo">{month}</span>
    {week.map((cell, at) =>
      cell ? (
        <Day key={cell.day} cell={cell} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place without a day has nothing else.
        <span key={at} />
      ),
    )}
  </>
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

function Day({ cell: { day, state, isToday, reason } }: { cell: CalendarDay }) {
  const number = Number(day.slice(8));
  return (
    <span
      className={classNames(looks[state], isToday && 'today')}
      title={`${longDay(day)}: ${stateWords(state, reason)}`}
    >
      {state === 'gap' ? (
        <>
          <Icon name="gap" />
          <span>{number}</span>
        </>
      ) : (
        number
      )}
    </span>
  );
}

function stateWords(state: DayState, reason: CalendarDay['reason']): string {
  switch (state) {
    case 'captured':
      return 'captured';
    case 'manual':
      return 'captured by hand';
    case 'imported':
      return 'imported';
    case 'gap':
      return reason ? `no snapshot, ${gapReasonWords(reason)}` : 'no snapshot';
    case 'today':
      return 'today, not captured yet';
    case 'next':
      return 'next';
    case 'before-first':
      return 'before the first snapshot';
  }
}

const keyWords: readonly (readonly [DayState, string])[] = [
  ['captured', 'captured'],
  ['manual', 'captured by hand'],
  ['imported', 'imported'],
  ['gap', 'no snapshot'],
];

/** Only what occurs, with how often. */
function Keys({ weeks }: { weeks: readonly CalendarWeek[] }) {
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
