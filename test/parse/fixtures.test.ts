import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { ParseProblem } from '../../src/model/problems/parse.ts'
import { repair } from '../../src/parse/repair.ts'

const fixtures = join(import.meta.dirname, '../fixtures/parse')

/** Returns `2:15 warning comma-missing`, the source text in the range, and the facts. */
function describe(text: string, { code, severity, range, edits = [], ...facts }: Diagnostic<ParseProblem>): string {
  const before = text.slice(0, range.start).split('\n')
  const place = `${before.length}:${before.at(-1)!.length + 1}`
  const known = Object.entries(facts).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  const changes = edits.map((edit) => `${edit.start}-${edit.end}${JSON.stringify(edit.text)}`)
  const source = JSON.stringify(text.slice(range.start, range.end))
  return [`${place} ${severity} ${code}`, source, ...known, ...changes].join('  ')
}

for (const name of readdirSync(fixtures).filter((name) => !name.startsWith('.'))) {
  test(name, async () => {
    const fixed = repair(readFileSync(join(fixtures, name, 'deck.txt')))
    const report = fixed.diagnostics.map((one) => describe(fixed.text, one)).join('\n')
    await expect(`${report || 'nothing found'}\n`).toMatchFileSnapshot(join(fixtures, name, 'expected.txt'))
    expect(fixed.refused).toBe(fixed.diagnostics.some(({ severity }) => severity === 'error'))
    if (!fixed.bytes) return
    await expect(new TextDecoder().decode(fixed.bytes)).toMatchFileSnapshot(join(fixtures, name, 'fixed.json'))
    const again = repair(fixed.bytes)
    expect(again).toMatchObject({ bytes: null, refused: false, edits: [], diagnostics: [] })
    JSON.parse(again.text)
  })
}
