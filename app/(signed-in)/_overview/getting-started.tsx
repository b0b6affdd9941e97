import type { May } from '@/lib/domain/roles';
import { ButtonLink } from '../../_ui/button';
import { Icon } from '../../_ui/icon';
import { Panel } from '../../_ui/panel';

export type StepPermission = 'connection:manage' | 'refresh:run' | 'people:manage' | 'history:import';

export type FirstStep = {
  readonly title: string;
  readonly detail: string;
  readonly done: boolean;
  /** The way to do it; `needs` is who may, for the others the step is left out. */
  readonly way: { readonly href: string; readonly label: string } | null;
  readonly needs: StepPermission;
};

/** What a new organisation does first, as far as its reader may do it. */
export function GettingStarted({ steps, may }: { steps: readonly FirstStep[]; may: May<StepPermission> }) {
  const mine = steps.filter(({ needs }) => may(needs));
  if (!mine.some(({ way }) => way)) return null;
  return (
    <Panel
      id="getting-started"
      className="attn"
      title="Getting started"
      right={`${mine.filter(({ done }) => done).length} of ${mine.length} done`}
    >
      <ul className="todo">
        {mine.map(({ title, detail, done, way }) => (
          <li key={title} className={done ? 'done' : undefined}>
            <Icon name={done ? 'check' : 'circle'} />
            <div>
              <p>
                {title}
                {done && <span className="sr">, done</span>}
              </p>
              <p>{detail}</p>
            </div>
            {!done && way && <ButtonLink href={way.href}>{way.label}</ButtonLink>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
