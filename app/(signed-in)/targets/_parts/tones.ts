import type { TargetState } from '@/lib/domain/target';
import type { Tone } from '../../../_ui/status-tone';

export const targetTones: Readonly<Record<TargetState, Tone>> = {
  reached: 'ok',
  'on-track': 'ok',
  behind: 'warn',
  'out-of-reach': 'bad',
  unknown: 'plain',
};
