import { createHash, type Hash } from 'node:crypto';
import { repeatMac } from '../chains/chain-key';
import { fieldsIn } from '../stores/audit-read';
import { auditFacts, besideSha256 } from '../stores/audit-row';
import { auditChain } from '../stores/chain';
import { forgottenLine } from '../stores/forgotten';
import { instantOf, instantOrNull, integerOf, integerOrNull, type Row, textOf, textOrNull } from './table-rows';
import { type ChainWalk, checkLink, openedKey } from './verify-chain';
import type { Marker } from './verify-markers';

/** What is remembered of the audit log while it goes by. */
export type AuditWalk = {
  readonly markers: Marker[];
  /** Denials whose count has not come by yet. */
  readonly denials: Set<number>;
  /** Of all that was forgotten or written over, and what the last entry that tells of it says. */
  readonly forgotten: { entries: number; reviews: number; readonly sha256: Hash };
  told: { readonly count: unknown; readonly sha256: unknown } | null;
};

export const auditWalk = (): AuditWalk => ({
  markers: [],
  denials: new Set(),
  forgotten: { entries: 0, reviews: 0, sha256: createHash('sha256') },
  told: null,
});

export function checkAuditEntry(walk: ChainWalk, audit: AuditWalk, row: Row): void {
  const entry = entryOf(row);
  const { seq, form } = entry;
  const id = String(seq);
  const isErased = form === null && entry.erasedAt !== null;
  const line = forgottenLine(entry);
  if (line !== null) {
    audit.forgotten.entries += 1;
    audit.forgotten.sha256.update(line);
  }
  if (form !== null) checkBeside(walk, entry);
  if (entry.outcome === 'denied') audit.denials.add(seq);
  const [mac, keyId, link] = [textOrNull(row, 'mac'), textOrNull(row, 'keyId'), textOf(row, 'chain')];
  const facts = isErased ? null : auditFacts(entry);
  checkLink(walk, { name: auditChain, what: 'audit entry', id, seq, link, mac, keyId, facts });
  rememberWhatItSays(audit, { ...entry, keyId });
}

type Entry = ReturnType<typeof entryOf>;

const entryOf = (row: Row) => ({
  seq: integerOf(row, 'seq'),
  organisationId: textOrNull(row, 'organisationId'),
  at: instantOf(row, 'at'),
  actorId: textOrNull(row, 'actorId'),
  actorName: textOf(row, 'actorName'),
  action: textOf(row, 'action'),
  target: textOrNull(row, 'target'),
  detail: textOf(row, 'detail'),
  network: textOrNull(row, 'network'),
  form: integerOrNull(row, 'form'),
  actorKind: textOrNull(row, 'actorKind'),
  outcome: textOrNull(row, 'outcome'),
  who: textOrNull(row, 'who'),
  whoSalt: textOrNull(row, 'whoSalt'),
  whoSha256: textOrNull(row, 'whoSha256'),
  whence: textOrNull(row, 'whence'),
  whenceSalt: textOrNull(row, 'whenceSalt'),
  whenceSha256: textOrNull(row, 'whenceSha256'),
  erasedAt: instantOrNull(row, 'erasedAt'),
});

/** Forgotten is text and salt together, and nothing else. */
function checkBeside({ broken }: ChainWalk, { seq, ...entry }: Entry): void {
  const parts = [
    { name: 'who it was', text: entry.who, salt: entry.whoSalt, sha256: entry.whoSha256 },
    { name: 'where it came from', text: entry.whence, salt: entry.whenceSalt, sha256: entry.whenceSha256 },
  ];
  for (const { name, text, salt, sha256 } of parts) {
    const isGone = text === null && salt === null;
    const fits = text !== null && salt !== null && besideSha256(salt, text) === sha256;
    const reason = `${name} was altered: the SHA-256 differs`;
    if (!isGone && !fits) broken.push({ what: 'audit entry', id: String(seq), reason });
  }
  const { actorName, network, erasedAt } = entry;
  if (actorName === '' && network === null && erasedAt === null) return;
  const reason = 'says something where entries of its form say nothing';
  broken.push({ what: 'audit entry', id: String(seq), reason });
}

const markers = ['chains-sealed', 'chain-key-replaced'];

function rememberWhatItSays(audit: AuditWalk, { form, seq, action, detail, keyId }: Entry & { keyId: string | null }) {
  if (form === null) return;
  if (markers.includes(action)) {
    const { before: _, ...ends } = fieldsIn(detail);
    audit.markers.push({ seq, keyId, isFirst: action === 'chains-sealed', ends });
  }
  if (action !== 'person-erased' && action !== 'networks-forgotten') return;
  const { forgotten: count, forgottenSha256: sha256 } = fieldsIn(detail);
  audit.told = { count, sha256 };
}

export function checkRepeat({ keys, broken }: ChainWalk, { denials }: AuditWalk, row: Row): void {
  const [seq, times, keyId] = [integerOf(row, 'seq'), integerOf(row, 'times'), textOrNull(row, 'keyId')];
  const says = (reason: string) => broken.push({ what: 'audit entry', id: String(seq), reason });
  if (!denials.delete(seq)) says('is counted, and was no denial');
  const key = keyId === null ? null : openedKey(keys, keyId);
  if (keyId === null ? keys.size > 0 : key !== null && textOrNull(row, 'mac') !== repeatMac(key, { seq, times }))
    says('how often it came was written by somebody else');
}

/** What only shows at the end: denials without a count, and what was forgotten without an entry that says so. */
export function finishAudit({ broken }: ChainWalk, { denials, forgotten, told }: AuditWalk): void {
  for (const seq of denials)
    broken.push({ what: 'audit entry', id: String(seq), reason: 'was denied, and how often is missing' });
  const count = forgotten.entries + forgotten.reviews;
  const fits = told !== null && told.count === count && told.sha256 === forgotten.sha256.digest('hex');
  if (fits || (count === 0 && told === null)) return;
  const where = count === 1 ? '1 entry or review' : `${count} entries and reviews`;
  const reason =
    told === null
      ? `something was taken out of ${where}, and no entry says so`
      : `what was taken out of ${where} is not what the last entry about it says`;
  broken.push({ what: 'chain', id: auditChain, reason });
}
