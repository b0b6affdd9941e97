import type { ReviewState } from '@/lib/domain/review';
import { stateWords } from '@/lib/views/weeks/review-words';
import { Chip } from '../../../_ui/chip';

type Props = { state: ReviewState; waits: boolean; mayWrite: boolean };

export function StateChip({ state, waits, mayWrite }: Props) {
  const { tone, word } = stateWords(state, { waits, mayWrite });
  if (tone === 'plain' && state !== 'none') return <span className="text muted">{word}</span>;
  return (
    <Chip tone={tone} icon={tone === 'ok' ? 'check' : state === 'none' ? 'clock' : 'calendar'}>
      {word}
    </Chip>
  );
}
