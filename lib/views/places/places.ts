import type { Annotation } from '@/lib/domain/annotation';
import type { Day } from '@/lib/domain/day';
import type { May } from '@/lib/domain/roles';
import type { Week } from '@/lib/domain/week';
import { contents, metricEntries } from '../methodology/definitions';
import { annotationPath, methodologyPath, trendsPath, weekPath } from '../paths';
import { annotationKindWords } from '../words/annotations';
import { capital, spanWords } from '../words/numbers';
import { weekSpan, weekWords } from '../words/weeks';
import { pagesFor } from './pages';
import type { Place } from './place';

type Known = { readonly today: Day; readonly weeks: readonly Week[]; readonly annotations: readonly Annotation[] };

/** Everywhere that whoever asks may go, kind by kind; weeks and annotations as they come. */
export const placesOf = (may: May, { today, weeks, annotations }: Known): Place[] => [
  ...pagesFor(may),
  ...trends(),
  ...weeks.map(weekPlace),
  ...annotations.map((annotation) => annotationPlace(annotation, today)),
  ...definitions(),
];

function trends(): Place[] {
  const { rates, counts } = metricEntries();
  return [...rates, ...counts].map(({ id, name }) => ({
    kind: 'trend',
    label: name,
    detail: 'trend',
    href: trendsPath({ metric: id }),
    words: id,
  }));
}

const definitions = (): Place[] =>
  contents().flatMap(({ entries }) =>
    entries.map(
      ({ id, words: label }): Place => ({
        kind: 'definition',
        label,
        detail: 'definition',
        href: methodologyPath(id),
        words: `${id} methodology meaning`,
      }),
    ),
  );

const weekPlace = (week: Week): Place => ({
  kind: 'week',
  label: capital(weekWords(week)),
  detail: weekSpan(week),
  href: weekPath(week),
  words: `${week} ${week.slice(5)}`,
});

const annotationPlace = ({ id, from, to, title, kind }: Annotation, today: Day): Place => ({
  kind: 'annotation',
  label: title,
  detail: `${annotationKindWords[kind]}, ${spanWords(from, to, today)}`,
  href: annotationPath(id),
});
