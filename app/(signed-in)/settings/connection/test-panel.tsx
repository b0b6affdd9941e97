'use client';

import { useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { ConnectionTestWords } from '@/lib/views/words/connection';
import { Panel, PanelBody } from '../../../_ui/panel';
import { Steps } from '../../../_ui/steps';
import { useBringIntoView } from '../../../_ui/use-bring-into-view';

/** What one attempt showed, step by step to the first failure. `changed`: the form no longer says what was tested. */
export function TestPanel({ test, changed }: { test: ConnectionTestWords; changed: boolean }) {
  const answer = useRef<HTMLDivElement>(null);
  useBringIntoView(answer, test);
  return (
    <Panel id="test" title="Test connection" right={test.at}>
      <PanelBody>
        <div className="tested answer" role="status" ref={answer}>
          <p className="small muted">
            {test.tested}
            {changed && ', before your last change'}.
          </p>
          <Steps steps={test.steps} />
          <div className={classNames('box outcome text', test.outcome.ok ? 'ok' : 'bad')}>
            <p className="strong">{test.outcome.fact}</p>
            <p>{test.outcome.advice}</p>
          </div>
        </div>
        <p className="hint">A test reads once and records nothing.</p>
      </PanelBody>
    </Panel>
  );
}
