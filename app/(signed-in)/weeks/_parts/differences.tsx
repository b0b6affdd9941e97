import type { Difference } from '@/lib/views/weeks/revision-differences';
import { Panel, PanelBody } from '../../../_ui/panel';

type Props = { differences: readonly Difference[]; number: number };

/** What a revision says otherwise than the one before it, word for word. */
export function Differences({ differences, number }: Props) {
  return (
    <Panel id="differences" className="no-print" title={`Against revision ${number - 1}`}>
      <PanelBody>
        {differences.length === 0 && <p className="text muted">Nothing differs.</p>}
        <dl className="differences">
          {differences.map(({ label, before, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="faint">was </span>
                <del className="kept">{before?.trim() || '—'}</del>
              </dd>
              <dd>
                <span className="faint">is </span>
                <ins className="kept">{after?.trim() || '—'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}
