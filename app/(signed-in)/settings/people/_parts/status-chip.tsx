import type { Member } from '@/lib/services/people/list-people';
import { Chip } from '../../../../_ui/chip';
import type { Tone } from '../../../../_ui/status-tone';

const statusWords: Record<Member['status'], { tone: Tone; word: string }> = {
  active: { tone: 'ok', word: 'Active' },
  invited: { tone: 'warn', word: 'Invited' },
  disabled: { tone: 'bad', word: 'Disabled' },
};

export const StatusChip = ({ status }: Pick<Member, 'status'>) => (
  <Chip tone={statusWords[status].tone}>{statusWords[status].word}</Chip>
);
