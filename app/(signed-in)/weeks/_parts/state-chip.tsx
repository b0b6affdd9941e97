import type { ReviewState } from '@/lib/domain/review';
import { type Standing, stateWords } from '@/lib/views/weeks/review-words';
import { Chip } from '../../../_ui/chip';

type Props = Standing & { state: ReviewState };

export function StateChip({ state, ...standing }: Props) {
  const { tone, word } = stateWords(state, standing);
  if (tone === 'plain' && state !== 'none') return <span className="text muted">{word}</span>;
  return (
    <Chip tone={tone} icon={tone === 'ok' ? 'check' : state === 'none' ? 'clock' : 'calendar'}>
      {word}
    </Chip>
  );
}
