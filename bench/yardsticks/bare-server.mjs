import { createServer } from 'node:http';

// Answers what it was given on standard input, and nothing else: the least a server of this Node can do.
const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const body = Buffer.concat(pieces);
const server = createServer((_, response) => response.end(body));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
