import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import type { AppliedEdit } from '../../src/edit/edit-result.ts'
import { opsInFile } from '../../src/edit/ops-in-file.ts'
import { rebaseOps } from '../../src/edit/rebase-ops.ts'
import { type JsonValue, toPlainValue } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { deck } from '../parse/decks.ts'
import { runs } from '../support/property-runs.ts'
import { opOf, opSeed } from './edit-scripts.ts'
import { changed } from './plain-model.ts'

const write = (value: JsonValue) => JSON.stringify(value, null, 2)

const plainOf = ({ source }: AppliedEdit) => toPlainValue(source.root!)

/** The deck after what they did and what is left of what we did; what is in conflict. */
function both(base: JsonValue, mine: readonly EditOp[], theirs: readonly EditOp[]) {
  const their = changed(base, theirs)!
  const rebased = rebaseOps(write(base), write(their), mine)
  const made = rebased.ok ? applyOps(write(their), rebased.ops, opsInFile) : rebased
  return { rebased: made.ok ? rebased : { ...made, ok: false as const }, value: made.ok ? plainOf(made) : their }
}

const slides = ['Бірінші', 'Екінші', 'Үшінші', 'Төртінші'].map((title) => ({
  title,
  text: `${title} слайдтың мәтіні`,
  block: '2',
}))
const base: JsonValue = { name: 'Есеп', content: slides }
const setText = (slide: number, value: string): EditOp => ({ op: 'set', path: ['content', slide, 'text'], value })

describe('an edit finds its slide', () => {
  const cases: [string, EditOp[], number][] = [
    ['behind a new one', [{ op: 'insert', path: ['content', 0], value: { title: 'Жаңа' } }], 3],
    ['where it was moved', [{ op: 'move', from: ['content', 2], path: ['content', 0] }], 0],
    ['when others are gone', [{ op: 'remove', path: ['content', 0] }], 1],
    ['when another one changed', [setText(1, 'Басқа')], 2],
    ['when its title changed', [{ op: 'set', path: ['content', 2, 'title'], value: 'Жаңа тақырып' }], 2],
    [
      'when it was moved and changed',
      [
        { op: 'set', path: ['content', 2, 'block'], value: '3' },
        { op: 'move', from: ['content', 2], path: ['content', 3] },
        { op: 'insert', path: ['content', 0], value: { title: 'Жаңа слайд' } },
      ],
      4,
    ],
  ]
  test.each(cases)('%s', (_, theirs, place) => {
    const { rebased, value } = both(base, [setText(2, 'Менікі')], theirs)
    expect(rebased).toMatchObject({ ok: true, ops: [{ op: 'set', path: ['content', place, 'text'], value: 'Менікі' }] })
    expect(JSON.stringify(value)).toContain('Менікі')
  })
})

test('the same value that both changed is a conflict, with all three states', () => {
  expect(both(base, [setText(2, 'Менікі')], [setText(2, 'Олардікі')]).rebased).toEqual({
    ok: false,
    code: 'conflict',
    conflicts: [
      {
        index: 0,
        why: 'changed',
        path: ['content', 2, 'text'],
        base: 'Үшінші слайдтың мәтіні',
        theirs: 'Олардікі',
        yours: 'Менікі',
      },
    ],
  })
})

test('what is gone is a conflict that keeps what was written', () => {
  const gone: EditOp[] = [{ op: 'remove', path: ['content', 2] }]
  const insert: EditOp = { op: 'insert', path: ['content', 0], value: { title: 'Мүлде басқа' } }
  for (const theirs of [gone, [...gone, insert]])
    expect(both(base, [setText(2, 'Менікі')], theirs).rebased).toMatchObject({
      ok: false,
      conflicts: [{ index: 0, why: 'gone', path: ['content', 2, 'text'], yours: 'Менікі' }],
    })
})

test('a slide that another one replaced is not written into', () => {
  const theirs: EditOp[] = [{ op: 'set', path: ['content', 2], value: { title: 'Мүлде басқа', text: 'Жаңа мәтін' } }]
  expect(both(base, [setText(2, 'Менікі')], theirs).rebased).toMatchObject({
    ok: false,
    conflicts: [{ why: 'changed', theirs: 'Жаңа мәтін', yours: 'Менікі' }],
  })
})

test('a slide that somebody changed is not removed', () => {
  const remove: EditOp = { op: 'remove', path: ['content', 1] }
  expect(both(base, [remove], [setText(1, 'Олардікі')]).rebased).toMatchObject({
    ok: false,
    conflicts: [{ why: 'changed' }],
  })
  expect(both(base, [remove], [remove]).rebased).toEqual({ ok: true, ops: [] })
})

test('of a table that was set as a whole, only the cells that changed count', () => {
  const rows = [
    ['Қала', 'Саны'],
    ['Алматы', '10'],
    ['Астана', '20'],
  ]
  const table: JsonValue = { content: [{ title: 'Кесте', rows }] }
  const path = ['content', 0, 'rows']
  const mine: EditOp = { op: 'set', path, value: [rows[0]!, ['Алматы', '11'], rows[2]!] }
  const theirs: EditOp = { op: 'set', path, value: [rows[0]!, rows[1]!, ['Астана', '21']] }
  const { rebased, value } = both(table, [mine], [theirs])
  expect(rebased).toMatchObject({ ok: true, ops: [{ op: 'set', path: [...path, 1], value: ['Алматы', '11'] }] })
  expect(value).toEqual({ content: [{ title: 'Кесте', rows: [rows[0], ['Алматы', '11'], ['Астана', '21']] }] })
})

/** Operations with a word of their own in every value. */
const scriptOf = (who: string, value: JsonValue, seeds: readonly Parameters<typeof opOf>[0][]): EditOp[] => {
  const ops: EditOp[] = []
  for (const [i, seed] of seeds.entries()) {
    const now = changed(value, ops) ?? value
    const op = opOf({ ...seed, value: seed.seeds[7]! % 2 ? `${who}${i}` : { title: `${who}${i}` } }, now)
    if (changed(value, [...ops, op]) !== undefined) ops.push(op)
  }
  return ops
}
const wordsIn = (value: JsonValue, who: string) => new Set(JSON.stringify(value).match(new RegExp(`${who}\\d+`, 'g')))
const script = fc.array(opSeed, { minLength: 1, maxLength: 4 })

test('no word of either side is lost: all are in the deck, or in a conflict', () => {
  const counts = { merged: 0, conflicts: 0 }
  fc.assert(
    fc.property(deck, script, script, (start, seeds, theirSeeds) => {
      const value = JSON.parse(JSON.stringify(start)) as JsonValue
      const [mine, theirs] = [scriptOf('Мен', value, seeds), scriptOf('Олар', value, theirSeeds)]
      const result = both(value, mine, theirs)
      const said = `${JSON.stringify(mine)} | ${JSON.stringify(theirs)} | ${JSON.stringify(result.rebased)}`
      counts[result.rebased.ok ? 'merged' : 'conflicts']++
      for (const word of wordsIn(changed(value, theirs)!, 'Олар'))
        expect(wordsIn(result.value, 'Олар'), said).toContain(word)
      if (!result.rebased.ok) return
      for (const word of wordsIn(changed(value, mine)!, 'Мен'))
        expect(wordsIn(result.value, 'Мен'), said).toContain(word)
    }),
    { numRuns: runs(1500) },
  )
  expect(counts.merged).toBeGreaterThan(runs(500))
  expect(counts.conflicts).toBeGreaterThan(runs(50))
})

test('an edit whose answer was lost is not made twice, also if somebody else has changed the deck since', () => {
  let told = 0
  const isIntoItself = (op: EditOp) => op.op === 'copy' && op.from.every((step, i) => step === op.path[i])
  fc.assert(
    fc.property(deck, opSeed, fc.boolean(), (start, seed, isChanged) => {
      const value = JSON.parse(JSON.stringify(start)) as JsonValue
      const ops = scriptOf('Мен', value, [seed])
      const saved = changed(value, ops)!
      const theirs = isChanged ? changed(saved, [{ op: 'set', path: ['event'], value: 'Олар' }])! : saved
      const again = rebaseOps(write(value), write(theirs), ops)
      const made = again.ok ? applyOps(write(theirs), again.ops, opsInFile) : again
      if (!made.ok) told++
      else if (!ops.some(isIntoItself)) expect(plainOf(made as AppliedEdit), JSON.stringify(ops)).toEqual(theirs)
    }),
    { numRuns: runs(1000) },
  )
  expect(told).toBeLessThan(100)
})
