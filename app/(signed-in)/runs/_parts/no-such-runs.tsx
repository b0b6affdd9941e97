import type { FieldError } from '@/lib/services/service';
import { runsPath } from '@/lib/views/paths';
import { filterLabels } from '@/lib/views/runs/filter-words';
import { BadAddress } from '../../../_ui/bad-address';
import { PageHead } from '../../../_ui/page-head';

type Props = { given: Readonly<Record<string, string | string[] | undefined>>; problems: readonly FieldError[] };

/** A filter that means nothing: why, and a way on. */
export const NoSuchRuns = ({ given, problems }: Props) => (
  <>
    <PageHead title="Runs" />
    <BadAddress
      title="Runs cannot be filtered like this."
      given={given}
      problems={problems}
      labels={{ ...filterLabels, cursor: 'Page' }}
      way={runsPath('history')}
      wayWords="All runs"
    />
  </>
);
