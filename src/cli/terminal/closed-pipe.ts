/**
 * A reader that has seen enough (`| head`) closes the pipe; that is no error of the program, whose files are still to be written.
 */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
