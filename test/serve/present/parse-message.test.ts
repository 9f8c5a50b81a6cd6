import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../../src/model/wire/talk.ts'
import { parseClientMessage } from '../../../src/serve/present/parse-message.ts'

const key = 'k'.repeat(32)
const stroke = { is: 'stroke', page: 's1', id: 'a', pen: 0, points: [1, 2] }
const moves = [
  { is: 'go', page: 's3-2' },
  { is: 'black', on: true },
  { is: 'timer', elapsedMs: 10, running: true },
  { is: 'laser', spot: { page: 's1', x: 1, y: 2 } },
  { is: 'laser', spot: null },
  stroke,
  { is: 'undo', page: 's1' },
  { is: 'clear', page: 's1' },
]
const roles: Role[] = ['speaker', 'remote', 'audience']
/** What a role is understood to say. */
const heard = (role: Role, message: unknown) => parseClientMessage(message, role)

test.each(moves)('speaker and remote may say %j, the audience may not', (move) => {
  expect(roles.map((role) => heard(role, { key, ...move }))).toEqual([{ key, ...move }, { key, ...move }, null])
})

test('a number is said by a remote only, and renewed by the speaker only', () => {
  expect(roles.map((role) => heard(role, { key, is: 'pin', pin: '123456' }) !== null)).toEqual([false, true, false])
  expect(roles.map((role) => heard(role, { key, is: 'renew' }) !== null)).toEqual([true, false, false])
})

test.each([
  { ...stroke, points: [1] },
  { ...stroke, points: [] },
  { ...stroke, points: [1, Number.POSITIVE_INFINITY] },
  { ...stroke, points: [1, '2'] },
  { ...stroke, points: Array(2_002).fill(1) },
  { ...stroke, pen: 3 },
  { ...stroke, pen: -1 },
  { ...stroke, id: '' },
  { ...stroke, page: '__proto__.x' },
  { is: 'go' },
  { is: 'go', page: '../etc' },
  { is: 'black', on: 1 },
  { is: 'timer', elapsedMs: -1, running: true },
  { is: 'timer', elapsedMs: Number.NaN, running: true },
  { is: 'laser', spot: {} },
  { is: 'laser' },
  { is: 'toString' },
  { is: 'state' },
])('%j says nothing', (message) => {
  expect(heard('speaker', { key, ...message })).toBeNull()
})

test('without a key nothing is said', () => {
  for (const bad of [undefined, '', 7, 'k'.repeat(101)])
    expect(heard('speaker', { key: bad, is: 'go', page: 's1' })).toBeNull()
})

test('what is not asked for is left behind', () => {
  const spot = { page: 's1', x: 1, y: 2, more: 'x' }
  expect(heard('speaker', { key, is: 'laser', spot, notes: 'x' })).toEqual({
    key,
    is: 'laser',
    spot: { page: 's1', x: 1, y: 2 },
  })
})

test('any message at all is either understood or not, and never thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...roles), (message, role) => {
      heard(role, message)
      heard(role, { key, is: 'stroke', ...(message as object) })
    }),
  )
})
