import { cpus } from 'node:os';

export const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? 'unknown' };

export const machineWords = `${machine.model}, ${machine.processors} cores, Node ${machine.node}.`;
