import { ChildProcess } from 'node:child_process'
import { basename } from 'node:path'

/** Programs that prepare a file or a disk for a test: they are done in no time. */
const allowed = new Set(['mkfifo', 'mount', 'umount', 'chattr'])

type Spawn = (options: { file: string }) => unknown
const prototype = ChildProcess.prototype as unknown as { spawn: Spawn }
const { spawn } = prototype

/** Keeps unit tests fast: what needs a browser or another process is an integration test. */
prototype.spawn = function (options) {
  if (allowed.has(basename(options.file))) return spawn.call(this, options)
  throw new Error(`A unit test starts ${options.file}: name its file *.integration.test.ts`)
}
