import { setFlagsFromString } from 'node:v8';
import { ArgumentsError, languageOf, parseArguments } from './audit/arguments.ts';
import { auditWords } from './audit/audit-words.ts';
import { explainError } from './audit/explain-error.ts';
import { audit } from './audit/audit-command.ts';
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

try {
  const wanted = parseArguments(args);
  if (wanted.help) process.stdout.write(auditWords(wanted.language).help);
  else process.exitCode = await audit(wanted, stop.signal);
} catch (error) {
  const words = auditWords(languageOf(args));
  if (stop.signal.aborted) {
    process.stderr.write(`${words.cancelled}\n`);
    process.exitCode = 130;
  } else {
    const message =
      error instanceof ArgumentsError ? error.message : explainError(error, languageOf(args), args.includes('--debug'));
    process.stderr.write(`${message}\n`);
    process.exitCode = 2;
  }
}
