#!/usr/bin/env node
import { version } from '../../package.json'

const argv = process.argv.slice(2)

/** Where nobody reads any longer (`korme check | head`), the work still goes on to its end and its exit code. */
function outlive(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 3
    if (stream !== process.stderr) process.stderr.write(`${error.message}\n`)
  })
}

/** Everything but the version is loaded only here. */
async function start(): Promise<void> {
  const [{ main }, { processTerminal }] = await Promise.all([import('./main.ts'), import('./terminal.ts')])
  const code = await main(argv, processTerminal())
  process.exitCode ||= code
}

outlive(process.stdout)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(`${version}\n`)
else {
  outlive(process.stderr)
  // A bug of ours: its stack is shown, under an exit code that no mistake of an author or of a machine has.
  start().catch((error: unknown) => {
    process.exitCode = 70
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  })
}
