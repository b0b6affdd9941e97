import type { Attention } from '@/lib/domain/attention';
import type { May } from '@/lib/domain/roles';
import { type AttentionWords, attentionWords } from '@/lib/views/overview/attention-words';
import type { Here } from '@/lib/views/words/numbers';
import type { IconName } from '../../_ui/icon';
import { Note } from '../../_ui/note';
import { Panel } from '../../_ui/panel';

const icons: Partial<Record<Attention['kind'], IconName>> = {
  'token-expires': 'clock',
  failing: 'clock',
  'review-due': 'calendar',
  'target-off': 'target',
};
const ways = {
  connection: { href: '/settings/connection', needs: 'connection:manage' },
  runs: { href: '/runs', needs: 'run:see' },
  targets: { href: '/targets', needs: 'adoption:see' },
} as const;
const wayTo = (way: AttentionWords['way']) =>
  way === 'connection' || way === 'runs' || way === 'targets'
    ? ways[way]
    : ({ href: `/${way}`, needs: 'review:write' } as const);

type Props = {
  items: readonly Attention[];
  may: May<'connection:manage' | 'run:see' | 'adoption:see' | 'review:write'>;
  here: Here;
};

/** What needs somebody, most urgent first; whoever can do nothing about it is told without a link. */
export function AttentionList({ items, may, here }: Props) {
  return (
    <Panel id="attention" className="attn" title="Needs attention" right={items.length}>
      <ul className="list">
        {items.map((item) => {
          const { fact, sentence, way, wayWords } = attentionWords(item, here);
          const { href, needs } = wayTo(way);
          return (
            <li key={`${item.kind} ${fact}`}>
              <Note tone={item.severity} icon={icons[item.kind]}>
                <p>
                  <b>{fact}</b> {sentence}
                </p>
                {may(needs) && (
                  <p>
                    <a href={href}>{wayWords}</a>
                  </p>
                )}
              </Note>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
