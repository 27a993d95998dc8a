import { setFlagsFromString } from 'node:v8';
import { ArgumentsError, languageOf, parseArguments } from './audit/arguments.ts';
import { auditWords } from './audit/audit-words.ts';
import { surviveClosedPipes } from './terminal/closed-pipe.ts';

/** `npm run audit`: see docs; exit status 0 audited, 1 by --fail-on, 2 wrong arguments or nothing audited, 130 interrupted. */
// An audit keeps all its records: V8 would let such a heap grow to several times what is alive before it collects.
setFlagsFromString('--heap-growing-percent=40');

surviveClosedPipes();
const args = process.argv.slice(2);
const stop = new AbortController();
const interrupted = (): void => {
  stop.abort();
};
process.on('SIGINT', interrupted);
process.on('SIGTERM', interrupted);
process.on('SIGHUP', interrupted);

async function explained(error: unknown): Promise<string> {
  const { explainError } = await import('./audit/explain-error.ts');
  return explainError(error, languageOf(args), args.includes('--debug'));
}

try {
  const wanted = parseArguments(args);
  if (wanted.help) process.stdout.write(auditWords(wanted.language).help);
  else {
    // Loaded when it is wanted: help and a wrong argument are answered at once.
    const { audit } = await import('./audit/audit-command.ts');
    process.exitCode = await audit(wanted, stop.signal);
  }
} catch (error) {
  const words = auditWords(languageOf(args));
  if (stop.signal.aborted) {
    process.stderr.write(`${words.cancelled}\n`);
    process.exitCode = 130;
  } else {
    process.stderr.write(`${error instanceof ArgumentsError ? error.message : await explained(error)}\n`);
    process.exitCode = 2;
  }
}
