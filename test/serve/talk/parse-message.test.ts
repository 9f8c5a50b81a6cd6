import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../../src/model/wire/talk.ts'
import { parseClientMessage } from '../../../src/serve/talk/parse-message.ts'

const key = 'k'.repeat(32)
const stroke = { type: 'stroke', page: 's1', id: 'a', pen: 0, points: [1, 2] }
const moves = [
  { type: 'go', page: 's3-2', step: null },
  { type: 'black', on: true },
  { type: 'timer', elapsedMs: 10, running: true },
  { type: 'laser', spot: { page: 's1', x: 1, y: 2 } },
  { type: 'laser', spot: null },
  stroke,
  { type: 'undo', page: 's1' },
  { type: 'clear', page: 's1' },
]
const roles: Role[] = ['speaker', 'remote', 'audience']
/** Parses a message of a role. */
const heard = (role: Role, message: unknown) => parseClientMessage(message, role)

test.each(moves)('speaker and remote may send %j, the audience may not', (move) => {
  expect(roles.map((role) => heard(role, { key, ...move }))).toEqual([{ key, ...move }, { key, ...move }, null])
})

test('every role may say which languages it shows and reads; a page with one language says none', () => {
  const languages = { type: 'languages', shown: 'kk-Latn', version: 3, read: null }
  expect(roles.map((role) => heard(role, { key, ...languages }))).toEqual(roles.map(() => ({ key, ...languages })))
  expect(heard('audience', { key, type: 'hello', version: 0 })).toEqual({
    key,
    type: 'hello',
    version: 0,
    shown: null,
    read: null,
    voter: null,
  })
})

test('only a remote may send a PIN, and only the speaker may renew it', () => {
  expect(roles.map((role) => heard(role, { key, type: 'pin', pin: '123456' }) !== null)).toEqual([false, true, false])
  expect(roles.map((role) => heard(role, { key, type: 'renew' }) !== null)).toEqual([true, false, false])
})

test.each([
  { ...stroke, points: [1] },
  { ...stroke, points: [] },
  { ...stroke, points: [1, Number.POSITIVE_INFINITY] },
  { ...stroke, points: [1, '2'] },
  { ...stroke, points: Array(2_002).fill(1) },
  { ...stroke, pen: 4 },
  { ...stroke, pen: -1 },
  { ...stroke, id: '' },
  { ...stroke, page: '__proto__.x' },
  { type: 'go' },
  { type: 'go', page: '../etc', step: null },
  { type: 'black', on: 1 },
  { type: 'timer', elapsedMs: -1, running: true },
  { type: 'timer', elapsedMs: Number.NaN, running: true },
  { type: 'laser', spot: {} },
  { type: 'laser' },
  { type: 'languages', shown: null, version: 0, read: null },
  { type: 'languages', shown: '../ru', version: 0, read: null },
  { type: 'languages', shown: 'ru', version: -1, read: null },
  { type: 'languages', shown: 'ru', version: 0, read: 7 },
  { type: 'languages', shown: 'ru', version: 0 },
  { type: 'hello', version: 0, shown: {} },
  { type: 'stage', message: null },
  { type: 'stage', message: { id: 'a', choice: 'six', text: '' } },
  { type: 'stage', message: { id: 'a', choice: 'five', text: 'and more' } },
  { type: 'stage', message: { id: 'a', choice: null, text: ' ' } },
  { type: 'stage', message: { id: 'a', choice: null, text: 'a'.repeat(101) } },
  { type: 'stage', message: { id: '<', choice: null, text: 'a' } },
  { type: 'stage', message: { id: 'a', choice: null } },
  { type: 'dismiss' },
  { type: 'erase', page: 's1' },
  { type: 'toString' },
  { type: 'state' },
])('%j is invalid', (message) => {
  expect(heard('speaker', { key, ...message })).toBeNull()
})

test('a message without a key is invalid', () => {
  for (const bad of [undefined, '', 7, 'k'.repeat(101)])
    expect(heard('speaker', { key: bad, type: 'go', page: 's1' })).toBeNull()
})

test('unknown fields are removed', () => {
  const spot = { page: 's1', x: 1, y: 2, more: 'x' }
  expect(heard('speaker', { key, type: 'laser', spot, notes: 'x' })).toEqual({
    key,
    type: 'laser',
    spot: { page: 's1', x: 1, y: 2 },
  })
})

test('no message makes the parser throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...roles), (message, role) => {
      heard(role, message)
      heard(role, { key, type: 'stroke', ...(message as object) })
    }),
  )
})

test('remotes and speakers send messages to the speaker; what does not belong to one is left out', () => {
  const message = { id: 'a', choice: null, text: 'ә'.repeat(100) }
  const stage = { key, type: 'stage', message: { ...message, html: '<b>' } }
  expect(roles.map((role) => heard(role, stage))).toEqual(
    roles.map((role) => (role === 'audience' ? null : { key, type: 'stage', message })),
  )
  expect(heard('remote', { key, type: 'stage', message: { id: 'b', choice: 'five', text: '' } })).not.toBeNull()
})
