import { fileURLToPath } from 'node:url'
import { version } from '../../package.json'
import { commandNames } from '../model/command.ts'
import { loadWithCodeCache } from './code-cache.ts'
import { helperWord } from './helper-word.ts'
import type * as Program from './main.ts'
import { optimizeLate } from './optimize-late.ts'

/** Identifies the content of `program.cjs`. Set by the bundler. */
declare const programHash: string

const argv = process.argv.slice(2)

/** Words of command lines that may print. */
const printingWords = new Set(['pdf', 'handout', '--pdf', '--handout'])

/** If the reader of a pipe has gone (`korme check | head`), the run still completes and sets its exit code. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 3
    if (stream !== process.stderr) process.stderr.write(`${error.message}\n`)
  })
}

const programFile = fileURLToPath(new URL('program.cjs', import.meta.url))

/** Helps another process to build. */
function help(): void {
  optimizeLate('build')
  loadWithCodeCache<typeof Program>(programFile, `${programHash}-build`).exports.helpBuilding(programHash)
}

/** Loads and runs the program. Printing the version needs none of it. */
async function start(): Promise<void> {
  if (argv[0] === helperWord && process.send) return help()
  const prestarted = argv.some((word) => printingWords.has(word))
    ? await (await import('./prestart-browser.ts')).prestartBrowserFor(argv)
    : null
  const command = argv.find((word) => commandNames.some((name) => name === word)) ?? 'help'
  optimizeLate(command)
  const {
    exports: program,
    path,
    codeToCache,
  } = loadWithCodeCache<typeof Program>(programFile, `${programHash}-${command}`)
  const terminal = program.processTerminal()
  const running = program.main(argv, terminal, { prestarted, program: programHash })
  const code = await running.finally(() => prestarted?.terminate())
  process.exitCode ||= code
  // A run that failed on wrong usage or a missing browser has compiled too little to be worth caching.
  const compiled = code < 2 && codeToCache()
  if (compiled) await program.writeCodeCache(path, compiled)
}

ignoreClosedPipe(process.stdout)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(`${version}\n`)
else {
  ignoreClosedPipe(process.stderr)
  // A bug in Korme: show its stack, with an exit code that no error of a deck or a machine has.
  start().catch((error: unknown) => {
    process.exitCode = 70
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  })
}
