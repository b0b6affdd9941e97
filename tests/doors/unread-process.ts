import { outliveReaders } from '@/server/outlive-readers';

// Speaks on when nobody reads, in a process of its own: see outlive-readers.test.ts.
outliveReaders();
process.send?.('speaking');
const speaking = setInterval(() => {
  process.stdout.write('to the log\n');
  process.stderr.write('beside it\n');
}, 5);
process.once('message', () => {
  clearInterval(speaking);
  process.exit(7);
});
