import { createInterface } from 'node:readline/promises';
import type { ReadStream } from 'node:tty';

/** The user pressed Ctrl+C, or input ended. */
export class PasswordCancelled extends Error {}

/**
 * Asks for a password. On a terminal the keys are not echoed; elsewhere the first line of standard input is taken, so that a
 * script can pass it through a pipe and no password stands in a command line or an environment variable.
 */
export async function readPassword(prompt: string, input: ReadStream, output: NodeJS.WritableStream): Promise<string> {
  return input.isTTY ? await fromTerminal(prompt, input, output) : await firstLine(input);
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  try {
    for await (const line of lines) return line;
  } finally {
    lines.close();
  }
  throw new PasswordCancelled();
}

function fromTerminal(prompt: string, input: ReadStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (end: () => void): void => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      end();
    };
    const onData = (chunk: Buffer): void => {
      for (const key of chunk.toString('utf8')) {
        if (key === '\r' || key === '\n') {
          const password = typed.join('');
          finish(() => {
            resolve(password);
          });
          return;
        }
        if (key === '\u0003' || key === '\u0004') {
          finish(() => {
            reject(new PasswordCancelled());
          });
          return;
        }
        if (key === '\u007F' || key === '\b') typed = typed.slice(0, -1);
        else if (key >= ' ') typed.push(key);
      }
    };
    // First the echo goes, then the prompt comes: nobody types a password before it.
    input.setRawMode(true);
    input.on('data', onData);
    input.resume();
    output.write(prompt);
  });
}
