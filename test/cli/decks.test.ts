import { expect, test } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { forEachDeck } from '../../src/cli/decks.ts'
import { loadMessages } from '../../src/languages/languages.ts'
import { KormeError } from '../../src/model/errors.ts'

test.each([1, 3])('a bug in Korme stops one deck, not the others, %i at a time', async (concurrency) => {
  let stderr = ''
  const err = (text: string) => {
    stderr += text
  }
  const terminal = { err, live: false, paintErr: (_: string, s: string) => s }
  const call = { messages: await loadMessages('en'), terminal, flags: {}, args: [] } as unknown as Call
  const work = async (deck: string) => {
    if (deck === 'b.json') throw new TypeError('Invalid URL\nsecond line')
    if (deck === 'c.json') throw new KormeError({ code: 'file-missing', path: deck })
    return deck
  }
  const decks = ['a.json', 'b.json', 'c.json', 'd.json']
  const { done, failed, code } = await forEachDeck(call, decks, work, { concurrency })
  expect([done, failed.map(({ deck }) => deck), code]).toEqual([['a.json', 'd.json'], ['b.json', 'c.json'], 70])
  expect(failed[0]!.error.fault).toEqual({ code: 'program-failed', path: 'b.json', reason: 'Invalid URL' })
  expect(stderr).toMatch(/bug in Korme[\s\S]*TypeError: Invalid URL[\s\S]*\n\s+at .*decks\.test\.ts/)
  expect(stderr).toContain('error: A bug in Korme ended the work on b.json: Invalid URL.')
})
