import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadWithCodeCache } from '../../src/cli/code-cache.ts'
import { writeCodeCache } from '../../src/cli/write-code-cache.ts'
import { canMakePipes, makePipe } from '../support/make-pipe.ts'
import { folder } from './run-korme.ts'

const bundle = `(function (module, require, __filename) {
  const name = require('node:path').basename(__filename)
  module.exports = { answer: (n) => name + ' ' + n }
})`
type Bundle = { answer(n: number): string }

/** A bundle in a folder of its own, and a cache that is not there yet. */
async function bundled() {
  const root = await folder({ 'bundle.cjs': bundle })
  const load = () => loadWithCodeCache<Bundle>(join(root, 'bundle.cjs'), 'hash', join(root, 'cache/code'))
  /** Loads and runs it; gives what it answers and whether it had to be compiled. */
  const run = async () => {
    const { exports, path, codeToCache: compiled } = load()
    const answer = exports.answer(1)
    const code = compiled()
    if (code) await writeCodeCache(path, code)
    return { answer, anew: code !== null }
  }
  return { code: join(root, 'cache/code'), load, run }
}

test('a bundle is compiled once', async () => {
  const { run } = await bundled()
  expect(await run()).toEqual({ answer: 'bundle.cjs 1', anew: true })
  expect(await run()).toEqual({ answer: 'bundle.cjs 1', anew: false })
})

test('what was kept and is damaged is made again', async () => {
  const { code, run } = await bundled()
  await run()
  const file = join(code, readdirSync(code)[0]!)
  const whole = readFileSync(file)
  const flipped = Buffer.from(whole)
  flipped[whole.length - 9]! ^= 1
  for (const damaged of [flipped, whole.subarray(0, 100), whole.subarray(0, 4), Buffer.alloc(0)]) {
    writeFileSync(file, damaged)
    expect(await run()).toEqual({ answer: 'bundle.cjs 1', anew: true })
    expect(readFileSync(file).length).toBeGreaterThan(100)
  }
})

test.runIf(canMakePipes)('what is no file is not waited for', async () => {
  const { code, run } = await bundled()
  await run()
  const file = join(code, readdirSync(code)[0]!)
  rmSync(file)
  makePipe(file)
  expect((await run()).answer).toBe('bundle.cjs 1')
})

test.skipIf(process.platform === 'win32')('nothing is taken from a folder that others may write to', async () => {
  const { code, run } = await bundled()
  await run()
  chmodSync(code, 0o777)
  expect(await run()).toEqual({ answer: 'bundle.cjs 1', anew: true })
})
