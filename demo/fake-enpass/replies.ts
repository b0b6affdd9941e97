import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { type Answer, refusal } from './answer';

/** One request as a mode sees it: the right answer for today, and the way back to the client. */
export type Exchange = {
  readonly answer: Answer;
  readonly response: ServerResponse;
  readonly trapUrl: string;
  readonly now: Date;
};

export type Reply = (exchange: Exchange) => void;

type Headers = Record<string, string>;

const asJson: Headers = { 'Content-Type': 'application/json' };

/** A whole, well-formed response with status 200 and the body made of today's answer. */
export const body =
  (make: (answer: Answer) => string | Buffer, headers: Headers = asJson): Reply =>
  ({ answer, response }) => {
    const bytes = Buffer.from(make(answer));
    response.writeHead(200, { ...headers, 'Content-Length': bytes.length }).end(bytes);
  };

export const json = (make: (answer: Answer) => unknown): Reply => body((answer) => JSON.stringify(make(answer)));

export const encoded = (encoding: string, compress: (plain: Buffer) => Buffer): Reply =>
  body((answer) => compress(Buffer.from(JSON.stringify(answer))), { ...asJson, 'Content-Encoding': encoding });

/** A refusal in Enpass's documented shape. */
export const status =
  (code: number, headers: (exchange: Exchange) => Headers = () => ({})): Reply =>
  (exchange) => {
    exchange.response.writeHead(code, { ...asJson, ...headers(exchange) }).end(JSON.stringify(refusal));
  };

/** Bytes as they are, past the HTTP layer; then the connection ends. */
export const raw =
  (bytes: (answer: Answer) => string): Reply =>
  ({ answer, response }) => {
    response.socket?.end(bytes(answer));
  };

/** The same piece over and over, as fast as the client takes it, until it hangs up. */
export const endless =
  (headers: Headers, piece: Buffer): Reply =>
  ({ response }) => {
    response.writeHead(200, headers);
    pour(response, piece);
  };

/** The same past the HTTP layer, after a beginning. */
export const rawEndless =
  (beginning: string, piece: string): Reply =>
  ({ response: { socket } }) => {
    socket?.write(beginning);
    if (socket) pour(socket, Buffer.from(piece.repeat(1_000)));
  };

function pour(target: Writable, piece: Buffer): void {
  while (!target.destroyed && target.write(piece));
  target.once('drain', () => pour(target, piece));
}
