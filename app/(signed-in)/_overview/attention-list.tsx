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

type Props = {
  items: readonly Attention[];
  may: May<AttentionWords['way']['needs']>;
  here: Here;
};

/** What needs somebody, most urgent first; whoever can do nothing about it is told without a link. */
export function AttentionList({ items, may, here }: Props) {
  return (
    <Panel id="attention" className="attn" title="Needs attention" right={items.length}>
      <ul className="list">
        {items.map((item) => {
          const { fact, sentence, way, wayWords } = attentionWords(item, here);
          return (
            <li key={`${item.kind} ${fact}`}>
              <Note tone={item.severity} icon={icons[item.kind]}>
                <p>
                  <b>{fact}</b> {sentence}
                </p>
                {may(way.needs) && (
                  <p>
                    <a href={way.href}>{wayWords}</a>
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
