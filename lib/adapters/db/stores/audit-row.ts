import { randomBytes } from 'node:crypto';
import { outcomeOf } from '@/lib/domain/audit';
import type { ChainKey } from '../chains/chain-key';
import type { AuditEntryModel } from '../generated/sqlite/models';
import type { AuditFields, NewAuditEntry } from './audit-entry';
import { auditChain, type Head, linkOnto, sealOf, sha256 } from './chain';

export type AuditRow = Omit<AuditEntryModel, 'erasedAt'>;

/** The next row of the audit chain, in the second form. */
export function auditRow(entry: NewAuditEntry, head: Head, key: ChainKey | null): AuditRow {
  const { organisationId, at, actorId, action, target } = entry;
  const who = beside({ ...entry.said, actor: entry.actorName });
  const { network, userAgent = null } = entry;
  const whence = network === null && userAgent === null ? nothing : beside({ network, userAgent });
  const facts = {
    ...{ seq: head.length + 1, organisationId, at, actorId, actorName: '', action, target },
    ...{ detail: JSON.stringify(entry.detail), network: null, form: 2 },
    actorKind: entry.actorKind ?? (actorId === null ? 'job' : 'person'),
    outcome: entry.outcome ?? outcomeOf(action),
    ...{ who: who.text, whoSalt: who.salt, whoSha256: who.sha256 },
    ...{ whence: whence.text, whenceSalt: whence.salt, whenceSha256: whence.sha256 },
  };
  const chain = linkOnto(head.hash, auditFacts(facts));
  return { ...facts, chain, ...sealOf(key, { chain: auditChain, seq: facts.seq, link: chain }) };
}

/** What an entry's chain hash covers, in this order. Entries of before have no form, and names in what is hashed. */
export const auditFacts = (entry: Omit<AuditEntryModel, 'chain' | 'mac' | 'keyId' | 'erasedAt'>) =>
  entry.form === null
    ? [
        entry.seq,
        entry.organisationId,
        entry.at.toISOString(),
        entry.actorId,
        entry.actorName,
        entry.action,
        entry.target,
        entry.detail,
        entry.network,
      ]
    : [
        entry.form,
        entry.seq,
        entry.organisationId,
        entry.at.toISOString(),
        entry.actorKind,
        entry.actorId,
        entry.action,
        entry.outcome,
        entry.target,
        entry.detail,
        entry.whoSha256,
        entry.whenceSha256,
      ];

/** Of what stands beside the hashed part. Without the salt nobody finds the text by trying. */
export const besideSha256 = (salt: string, text: string): string => sha256(`${salt}\n${text}`);

const nothing = { text: null, salt: null, sha256: null };

function beside(fields: AuditFields) {
  const [text, salt] = [JSON.stringify(fields), randomBytes(16).toString('hex')];
  return { text, salt, sha256: besideSha256(salt, text) };
}
