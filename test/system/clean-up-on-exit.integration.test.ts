import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = new URL('../../', import.meta.url).pathname

/** Runs a script that has what cleans up and what waits for a signal; `$file` is a file to clean up. */
function run(script: string) {
  const folder = temporaryFolder('signals')
  const file = join(folder, 'temporary')
  writeFileSync(file, '')
  const program = join(folder, 'program.mjs')
  const contents = `
    export { cleanUpOnExit } from './src/system/clean-up-on-exit.ts'
    export { untilInterrupted } from './src/cli/serve/until-interrupted.ts'`
  buildSync({ stdin: { contents, resolveDir: root }, bundle: true, platform: 'node', format: 'esm', outfile: program })
  const code = `
    import { existsSync, rmSync } from 'node:fs'
    import { cleanUpOnExit, untilInterrupted } from ${JSON.stringify(program)}
    const file = ${JSON.stringify(file)}
    const cleanUp = () => rmSync(file, { force: true })
    const kill = (signal) => process.kill(process.pid, signal)
    setTimeout(() => {}, 5000)
    ${script}`
  const { stdout, signal, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  return { said: stdout.trim(), signal, status, isLeft: existsSync(file) }
}

const work = `
  const signal = await stopped
  await new Promise((resolve) => setTimeout(resolve, 50))
  console.log(signal, existsSync(file))
  process.exit(0)`

test.skipIf(process.platform === 'win32')('a signal without a listener cleans up and ends the process', () => {
  expect(run(`cleanUpOnExit(cleanUp); kill('SIGTERM')`)).toEqual({
    said: '',
    signal: 'SIGTERM',
    status: null,
    isLeft: false,
  })
})

test.skipIf(process.platform === 'win32').each([
  ['after', `const stopped = untilInterrupted(); cleanUpOnExit(cleanUp); kill('SIGTERM');`],
  ['before', `cleanUpOnExit(cleanUp); const stopped = untilInterrupted(); kill('SIGTERM');`],
])('who stops in their own time keeps until then what was made %s they listened', (_, begin) => {
  expect(run(begin + work)).toEqual({ said: 'SIGTERM true', signal: null, status: 0, isLeft: false })
})

test.skipIf(process.platform === 'win32')('a second signal ends it at once, and cleans up', () => {
  const twice = `const stopped = untilInterrupted(); cleanUpOnExit(cleanUp); kill('SIGINT')
    await stopped
    setTimeout(() => kill('SIGINT'), 20)
    await new Promise((resolve) => setTimeout(resolve, 4000))`
  expect(run(twice)).toEqual({ said: '', signal: 'SIGINT', status: null, isLeft: false })
})
