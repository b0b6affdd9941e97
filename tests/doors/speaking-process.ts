import { withinEdge } from '@/server/edge';
import { putOthersInJson } from '@/server/others-in-json';
import { arrived } from './arrived';

// Says all that Next, Node and packages might, in a process of its own: see others-in-json.test.ts.
putOthersInJson();
console.log('a line\nand another');
console.info('%s of %d', 'two', 3, { nested: { deep: [1] } });
console.warn('\u001b[33mcoloured\u001b[39m');
console.log('');
process.emitWarning('something is old', 'DeprecationWarning');
withinEdge(arrived({ id: 'request-one' }), () => console.error(new Error('broke at /set-up/s3cret-of-a-link here')));
withinEdge(arrived({ id: 'request-two', isForNextToRead: true }), () => console.error('unreadable'));
withinEdge(arrived({ id: 'request-three', isForNextToRead: true, isAtDoor: true }), () => console.error('ours'));
