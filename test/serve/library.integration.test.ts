import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('library-user.mjs', import.meta.url))

test('a program that serves and presents a deck sees its changes, prints nothing, and ends by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'korme-library-test-'))
  const output = join(folder, 'result.json')
  const printed = await promisify(execFile)(process.execPath, [program, output])
  expect(printed).toEqual({ stdout: '', stderr: '' })
  expect(JSON.parse(await readFile(output, 'utf8'))).toMatchObject({
    served: ['Before', 'After', 'closed'],
    presented: ['Before', 'After', 'closed'],
    codes: ['value-wrong'],
  })
  await rm(folder, { recursive: true })
})
