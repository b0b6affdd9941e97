import type { AuditEntryModel, ReviewRevisionModel } from '../generated/sqlite/models';
import { auditFacts } from './audit-row';

type Entry = Omit<AuditEntryModel, 'chain' | 'mac' | 'keyId'>;

/** What an erasure's own entry covers of an entry that something was taken out of; null where nothing was. */
export function forgottenLine(entry: Entry): string | null {
  if (entry.form === null) {
    return entry.erasedAt === null
      ? null
      : `${JSON.stringify(['old', ...auditFacts(entry), instant(entry.erasedAt)])}\n`;
  }
  const who = entry.whoSha256 !== null && entry.who === null;
  const whence = entry.whenceSha256 !== null && entry.whence === null;
  return who || whence ? `${JSON.stringify([entry.seq, who, whence])}\n` : null;
}

/** The same of a review whose name was replaced; `document` is covered by a hash of its own. */
export const forgottenReviewLine = (row: Review, documentSha256: string): string | null =>
  row.erasedAt === null
    ? null
    : `${JSON.stringify([row.organisationId, row.seq, row.completedByName, documentSha256, instant(row.erasedAt)])}\n`;

type Review = Pick<ReviewRevisionModel, 'organisationId' | 'seq' | 'completedByName' | 'erasedAt'>;

const instant = (at: Date): string => at.toISOString();
