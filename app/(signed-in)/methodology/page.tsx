import type { Metadata } from 'next';
import { definitions, type MetricEntry, metricEntries } from '@/lib/views/methodology/definitions';
import { methodologyPath, trendsPath } from '@/lib/views/paths';
import { enter } from '../../_doors/enter/enter';
import { PageHead } from '../../_ui/page-head';
import { Panel, PanelBody } from '../../_ui/panel';
import { signedInPage } from '../_parts/signed-in-page';
import { Contents } from './_parts/contents';
import '../_parts/facts-list.css';
import { BackTest } from './_parts/back-test';
import './methodology.css';

export const metadata: Metadata = { title: 'Methodology' };

export default signedInPage(MethodologyPage);

/** What every number means, from the same catalogue that counts them. */
async function MethodologyPage() {
  await enter('adoption:see');
  const { rates, counts } = metricEntries();
  return (
    <>
      <PageHead
        title="Methodology"
        sub="What every number means, from the catalogue that the program itself counts by"
      />
      <div className="methodology">
        <Contents />
        <div className="stack">
          <Panel id="rates" title="Rates" sub="a part out of a base, in percent">
            <Metrics entries={rates} />
          </Panel>
          <Panel id="counts" title="Counts" sub="Enpass’s own numbers, unchanged, by its names">
            <Metrics entries={counts} />
          </Panel>
          <BackTest />
          <Panel id="definitions" title="Definitions" sub="what the pages mean by their words">
            <PanelBody>
              <dl className="facts-list">
                {definitions.map(({ id, term, text }) => (
                  <div key={id} id={id}>
                    <dt>
                      <a href={methodologyPath(id)}>{term}</a>
                    </dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </PanelBody>
          </Panel>
        </div>
      </div>
    </>
  );
}

function Metrics({ entries }: { entries: readonly MetricEntry[] }) {
  return (
    <PanelBody>
      <dl className="facts-list">
        {entries.map(({ id, name, formula, counts, moves, stalls }) => (
          <div key={id} id={id}>
            <dt>
              <a href={methodologyPath(id)}>{name}</a>
              <span className="more-text">{formula}</span>
            </dt>
            <dd>
              <p>{counts}</p>
              <p>
                <b>Moved by:</b> {moves}
              </p>
              <p>
                <b>When it stalls:</b> {stalls}
              </p>
              <p>
                <a href={trendsPath({ metric: id })}>See its trend</a>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </PanelBody>
  );
}
