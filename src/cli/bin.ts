#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { version } from '../../package.json'
import { commandNames } from '../model/command.ts'
import { loadWithCodeCache } from './code-cache.ts'
import type * as Program from './program.ts'

/** Names the content of `program.cjs`. Written in by the bundle. */
declare const programHash: string

const argv = process.argv.slice(2)

/** Words of command lines that may print. */
const printing = new Set(['pdf', 'handout', '--pdf', '--handout'])

/** Where nobody reads any longer (`korme check | head`), the work still goes on to its end and its exit code. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 3
    if (stream !== process.stderr) process.stderr.write(`${error.message}\n`)
  })
}

/** Everything but the version is loaded only here. */
async function start(): Promise<void> {
  const started = argv.some((word) => printing.has(word))
    ? await (await import('./prestart-browser.ts')).prestartBrowserFor(argv)
    : null
  const file = fileURLToPath(new URL('program.cjs', import.meta.url))
  const command = argv.find((word) => commandNames.some((name) => name === word)) ?? 'help'
  const {
    exports: program,
    path,
    codeToCache: compiled,
  } = loadWithCodeCache<typeof Program>(file, `${programHash}-${command}`)
  const code = await program.main(argv, program.processTerminal(), started).finally(() => started?.child.terminate())
  process.exitCode ||= code
  // A run that stopped at a wrong word or at a missing browser has compiled little.
  const more = code < 2 && compiled()
  if (more) await program.keep(path, more)
}

ignoreClosedPipe(process.stdout)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(`${version}\n`)
else {
  ignoreClosedPipe(process.stderr)
  // A bug of ours: its stack is shown, under an exit code that no mistake of an author or of a machine has.
  start().catch((error: unknown) => {
    process.exitCode = 70
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  })
}
