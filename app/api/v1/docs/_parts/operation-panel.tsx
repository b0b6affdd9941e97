import { Panel, PanelBody } from '@/app/_ui/panel';
import type { DocsOperation } from '@/lib/api/docs';
import { FieldTable } from './field-table';
import { ProblemTable } from './problem-table';
import { Words } from './words';

export function OperationPanel({ operation }: { operation: DocsOperation }) {
  const { id, method, path, summary, who, inputs, answer, answerFields, problems } = operation;
  const name = `${method} ${path}`;
  return (
    <Panel id={id} title={<code>{name}</code>} sub={summary}>
      <PanelBody>
        <p>
          <Words text={who} />
        </p>
        {inputs.length > 0 && <FieldTable caption={`What ${name} takes`} fields={inputs} />}
        <p>
          Answers 200 with {/^[A-Z]/.test(answer) ? <a href={`#${answer}`}>{answer}</a> : <code>{answer}</code>}
          {answerFields.length > 0 ? ':' : '.'}
        </p>
        {answerFields.length > 0 && <FieldTable caption={`What ${name} answers`} fields={answerFields} />}
        {problems.length > 0 && <ProblemTable caption={`How ${name} can fail`} problems={problems} />}
      </PanelBody>
    </Panel>
  );
}
