#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, which is a download that closed networks refuse: speaks the same JSON-RPC
// over standard input and output, and runs the WASM build of the same engine on the project's driver adapters. For developers only.
import { parseArgs } from 'node:util';
import './parts/node-version.mjs';
import { answerCli } from './schema-engine/cli.mjs';
import { createEngine } from './schema-engine/engine.mjs';
import { serve } from './schema-engine/rpc.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // The CLI passes more flags than matter here.
  strict: false,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
});
const datasource = typeof values.datasource === 'string' ? JSON.parse(values.datasource) : {};
const datamodels = (values.datamodels ?? []).map(String);

if (positionals[0] === 'cli') process.exitCode = await answerCli(positionals[1], datasource.url);
else serve(createEngine(datasource, datamodels));
