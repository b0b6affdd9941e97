import { answerNames } from '@/lib/domain/review';
import type { FoundReviews } from '@/lib/services/weeks/search-reviews';
import { revisionPath, weekPath, weeksPath } from '@/lib/views/paths';
import { answerLabels } from '@/lib/views/weeks/revision-differences';
import { excerptOf, type Piece } from '@/lib/views/words/excerpt';
import { capital } from '@/lib/views/words/numbers';
import { weekSpan, weekWords } from '@/lib/views/words/weeks';
import { ButtonLink } from '../../../_ui/button';
import { Chip } from '../../../_ui/chip';
import { Empty } from '../../../_ui/empty';
import { Pagination } from '../../../_ui/pagination';

type Props = FoundReviews & {
  q: string;
  /** Not the first page. */
  further: boolean;
  mayWrite: boolean;
};

/** What reviews say of the words that were looked for. */
export function FoundList({ q, found, terms, next, further, mayWrite }: Props) {
  if (found.length === 0 && !further) return <NothingFound q={q} mayWrite={mayWrite} />;
  return (
    <>
      <ul className="found">
        {found.map((one) => (
          <Found key={`${one.week} ${one.revision}`} {...one} terms={terms} />
        ))}
      </ul>
      <Pagination
        label="Reviews found"
        newest={further ? weeksPath({ q }) : null}
        older={next && weeksPath({ q, cursor: next })}
      />
    </>
  );
}

function Found({ week, answers, draft, revision, terms }: FoundReviews['found'][number] & Pick<Props, 'terms'>) {
  return (
    <li>
      <p className="row">
        <a className="strong" href={revision === null ? weekPath(week) : revisionPath(week, revision)}>
          {capital(weekWords(week))}
        </a>
        <span className="faint small">{weekSpan(week)}</span>
        {draft && (
          <Chip tone="warn" icon="calendar">
            Draft
          </Chip>
        )}
        {revision !== null && <span className="small muted">as completed, revision {revision}</span>}
      </p>
      {answerNames.map((name) => (
        <Excerpt key={name} label={answerLabels[name]} pieces={excerptOf(answers[name], terms)} />
      ))}
    </li>
  );
}

function Excerpt({ label, pieces }: { label: string; pieces: readonly Piece[] | null }) {
  return (
    pieces && (
      <p className="text">
        <span className="muted">{label}:</span>{' '}
        <bdi>
          {pieces.map(({ text, hit }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place.
            hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </bdi>
      </p>
    )
  );
}

const NothingFound = ({ q, mayWrite }: Pick<Props, 'q' | 'mayWrite'>) => (
  <Empty title={`No review says “${q.trim()}”.`}>
    <p>
      All words are looked for in what happened, why, and what is next
      {mayWrite ? ', of drafts and of completed reviews' : '; reviews that are not completed yet are not looked at'}.
      Fewer words or the beginning of one find more.
    </p>
    <ButtonLink href={weeksPath()}>All weeks</ButtonLink>
  </Empty>
);
