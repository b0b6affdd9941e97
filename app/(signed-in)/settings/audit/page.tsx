import type { Metadata } from 'next';
import { viewAudit } from '@/lib/services/audit/view-audit';
import { auditFilterLabels } from '@/lib/views/audit/audit-words';
import { auditFilePath, auditPath } from '@/lib/views/paths';
import { zoneWords } from '@/lib/views/words/numbers';
import { setStatus } from '@/server/response-status';
import { valueOrRefuse } from '../../../_doors/answer/value-or-refuse';
import { enter } from '../../../_doors/enter/enter';
import { BadAddress } from '../../../_ui/bad-address';
import { Download } from '../../../_ui/download';
import { Empty } from '../../../_ui/empty';
import { Pagination } from '../../../_ui/pagination';
import { Panel, PanelBody } from '../../../_ui/panel';
import { signedInPage } from '../../_parts/signed-in-page';
import { AuditFilter } from './_parts/audit-filter';
import { Entries } from './_parts/entries';
import './audit.css';

export const metadata: Metadata = { title: 'Audit log' };

type Params = Readonly<Record<string, string | string[] | undefined>>;

export default signedInPage(AuditPage);

async function AuditPage({ searchParams }: { searchParams: Promise<Params> }) {
  const ctx = await enter('audit:see');
  const asked = said(await searchParams);
  const result = await viewAudit(ctx, asked);
  if (!result.ok && result.failure.kind === 'invalid-input') {
    setStatus(404);
    const words = { title: 'The audit log cannot be filtered like this.', way: auditPath(), wayWords: 'All of it' };
    return <BadAddress {...words} given={asked} problems={result.failure.errors} labels={auditFilterLabels} />;
  }
  const { entries, next, here, ...choices } = valueOrRefuse(result);
  const { cursor, ...filter } = asked as Readonly<Record<string, string>>;
  const isFiltered = Object.keys(filter).length > 0;
  const files = [
    { href: auditFilePath('csv', filter), name: 'CSV, for a spreadsheet' },
    { href: auditFilePath('ndjson', filter), name: 'NDJSON, for programs' },
  ];
  const title = isFiltered ? 'What is filtered' : 'The whole log';
  return (
    <Panel id="audit" className="full cards audit" title="Audit log" sub={`newest first, ${zoneWords(here.timeZone)}`}>
      <PanelBody>
        <AuditFilter filter={filter} filtered={isFiltered} choices={choices}>
          <Download groups={[{ title, files }]} />
        </AuditFilter>
        {entries.length === 0 ? (
          <Empty title="No such entry">
            <p>Nothing of this kind happened. Leave something out, or look at more days.</p>
          </Empty>
        ) : (
          <Entries entries={entries} here={here} />
        )}
        <Pagination
          label="Audit log"
          newest={cursor === undefined ? null : auditPath(filter)}
          older={next && auditPath({ ...filter, cursor: next })}
        />
      </PanelBody>
    </Panel>
  );
}

/** An empty field of the form says nothing. */
const said = (params: Params) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
