import { expect, test } from 'vitest'
import type { Call } from '../../../src/cli/command.ts'
import { serveLog } from '../../../src/cli/serve/log.ts'
import { loadMessages } from '../../../src/languages/languages.ts'
import { KormeError } from '../../../src/model/errors.ts'
import { noColor } from '../../../src/report/colors.ts'

async function openLog() {
  let told = ''
  const terminal = { err: (text: string) => void (told += text), paintErr: noColor }
  const call = { flags: {}, messages: await loadMessages('en'), terminal } as unknown as Call
  return { log: serveLog(call), told: () => told }
}

test('a bug is printed with its stack', async () => {
  const { log, told } = await openLog()
  log.error(new TypeError('x is not a function'))
  expect(told()).toMatch(/^This is a bug in Korme.*\nTypeError: x is not a function\n\s+at .*log\.test\.ts/)
})

test('a problem of the machine is printed once, as a sentence', async () => {
  const { log, told } = await openLog()
  for (let i = 0; i < 2; i++) log.error(new KormeError({ code: 'port-taken', port: 80, last: 80 }))
  expect(told().match(/^error: /gm)).toHaveLength(1)
  expect(told()).not.toMatch(/\n\s+at /)
})
