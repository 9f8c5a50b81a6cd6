import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../src/build.ts'
import type { LocatedDiagnostic } from '../src/model/diagnostic.ts'

const root = join(import.meta.dirname, '..')
const decks = readdirSync(join(root, 'decks')).filter((name) => name.endsWith('.json'))
const handEdited = join(root, 'test/fixtures/hand-edited/hand-edited.deck.json.txt')
const seed = join(root, '../shared/seeds/nurotan.deck.json.txt')

/** How often each mistake occurs, infos left out: `{ 'comma-trailing': 3 }`. */
function mistakes(diagnostics: readonly LocatedDiagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code, severity, count } of diagnostics) {
    if (severity !== 'info') counts[code] = (counts[code] ?? 0) + count
  }
  return counts
}

const errors = (diagnostics: readonly LocatedDiagnostic[]) => diagnostics.filter(({ severity }) => severity === 'error')

test.each(decks)('decks/%s has no errors, in any of its languages', async (name) => {
  const { diagnostics, editions } = await check(join(root, 'decks', name), { lang: 'all' })
  expect(errors(diagnostics)).toEqual([])
  for (const { deck } of editions) expect(deck.pages.every(({ notes }) => notes !== null)).toBe(true)
})

test.each(decks.filter((name) => name !== 'bayqau.json'))('decks/%s has nothing to mend', async (name) => {
  const { diagnostics } = await check(join(root, 'decks', name), { lang: 'all' })
  expect(mistakes(diagnostics)).toEqual({})
})

test('decks/bayqau.json has the mistakes that hands make, and all its pictures but the one to come', async () => {
  const { diagnostics, editions } = await check(join(root, 'decks/bayqau.json'))
  expect(mistakes(diagnostics)).toEqual({
    'comma-missing': 1,
    'comma-trailing': 3,
    'line-break-unescaped': 37,
    'bullet-private-use': 11,
    'number-torn': 1,
    'slide-max-wrong': 1,
    'image-placeholder': 1,
  })
  const continued = editions[0]!.deck.pages.filter(({ slide }) => slide === 3)
  expect(continued.length).toBeGreaterThan(2)
})

test('the hand-edited fixture has the mistakes of the file that it stands for', async () => {
  const found = mistakes((await check(handEdited)).diagnostics)
  expect(found).toEqual({
    'comma-missing': 1,
    'comma-trailing': 3,
    'line-break-unescaped': 13,
    'bullet-private-use': 8,
    'number-torn': 1,
    'slide-max-wrong': 1,
    'image-placeholder': 2,
  })
})

test.skipIf(!existsSync(seed))(
  "the user's own file builds, mistake for mistake (skipped without ../shared)",
  async () => {
    const user = await check(seed, { root: join(seed, '..') })
    const fixture = await check(handEdited, { root: join(handEdited, '..') })
    expect(errors(user.diagnostics)).toEqual([])
    expect(mistakes(user.diagnostics)).toEqual(mistakes(fixture.diagnostics))
    expect(user.slides).toBe(2)
  },
)
