import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { annotatePath } from '@/lib/views/paths';
import { compareFrom } from '@/lib/views/trends/pointed';
import { tooltipFor } from '@/lib/views/trends/tooltip';
import { spanWords } from '@/lib/views/words/numbers';
import { Button } from '../_ui/button';

type Props = { spec: ChartSpec; at: number; mayAnnotate: boolean; zoomFrom: () => void; unpin: () => void };

/** What leads on from the day that is pinned. */
export function PinnedPlace({ spec, at, mayAnnotate, zoomFrom, unpin }: Props) {
  const slot = spec.slots[at];
  if (!slot) return null;
  const { title, note, rows } = tooltipFor(spec, at);
  const [first] = rows;
  const compare = compareFrom(spec, at);
  return (
    <figcaption className="picked" role="status">
      <span>
        <b>{title}</b>
        {note && ` · ${note}`}
        {first && ` · ${first.name} ${first.value}`}
      </span>
      {compare && <a href={compare.href}>{compare.words}</a>}
      {mayAnnotate && <a href={annotatePath(slot)}>Annotate {spanWords(slot.from, slot.to, spec.today)}</a>}
      <Button kind="link" onClick={zoomFrom}>
        Zoom from here
      </Button>
      <Button kind="link" onClick={unpin}>
        Unpin
      </Button>
    </figcaption>
  );
}
