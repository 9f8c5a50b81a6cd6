import { expect } from 'vitest'
import type { JsonValue } from '../../../src/model/source.ts'
import type { EditConflict, EditOp } from '../../../src/model/wire/edit.ts'
import { deckOf } from '../korme-serve.ts'
import { type EditingServer, openEditing } from './editing-server.ts'

/** Numbers that look like chance, the same in each run. Source: mulberry32. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Slide = Record<string, JsonValue>

/** Somebody who adds a word with each edit, and does not always look at the file in between. */
async function typeWords({ edit, source }: EditingServer, name: string, editsEach: number) {
  const seed = name.charCodeAt(0)
  const random = chance(seed)
  const shown: string[] = []
  let conflicts = 0
  let seen = await source('talk')
  const slides = () => (seen.deck as { content: Slide[] }).content
  const opsFor = (word: string): EditOp[] => {
    const at = random(slides().length)
    const path = ['content', at]
    const field = ['title', 'text', 'notes'][random(3)]!
    const set: EditOp = { op: 'set', path: [...path, field], value: `${slides()[at]![field] ?? ''} ${word}` }
    switch (random(12)) {
      case 0:
        return [{ op: 'insert', path, value: { title: word, text: '' } }]
      case 1:
        return [set, { op: 'move', from: path, path: ['content', random(slides().length)] }]
      case 2:
        return slides().length < 30 ? [set, { op: 'copy', from: path, path: ['content', at] }] : [set]
      default:
        return [set]
    }
  }
  for (let n = 0; n < editsEach; n++) {
    const word = `${name}${n}x`
    let ops = opsFor(word)
    let base = seen.hash
    for (;;) {
      const { status, body } = await edit('talk', { base, ops })
      if (status === 200) break
      expect([status, body.code]).toEqual([409, 'edit-conflict'])
      conflicts++
      shown.push(JSON.stringify(body.conflicts))
      // Sometimes both are joined by hand, sometimes the other side is chosen; what had no conflict is made anyway.
      const joined = (body.conflicts as EditConflict[]).flatMap(({ path, theirs }): EditOp[] =>
        typeof theirs === 'string' && random(2) ? [{ op: 'set', path, value: `${theirs} ${word}` }] : [],
      )
      ops = [...joined, ...body.others]
      base = body.hash
    }
    if (random(10) < 7) seen = await source('talk')
  }
  return { words: Array.from({ length: editsEach }, (_, n) => `${name}${n}x`), shown, conflicts }
}

/**
 * Lets two editors make so many edits each of one deck, and checks that both end on the same text, and that each word is in the
 * file or in a conflict that was shown.
 */
export async function typeTogether(editsEach: number): Promise<void> {
  const editing = await openEditing({ 'decks/talk.json': deckOf(['One', 'Two', 'Three', 'Four', 'Five', 'Six']) })
  const both = await Promise.all([typeWords(editing, 'a', editsEach), typeWords(editing, 'b', editsEach)])
  const text = String(await editing.file('decks/talk.json'))
  const sources = [await editing.source('talk'), await editing.source('talk')]
  for (const source of sources) expect(source).toMatchObject({ text, hash: sources[0]!.hash })
  expect(() => JSON.parse(text)).not.toThrow()
  for (const { words, shown, conflicts } of both) {
    const told = shown.join('\n')
    expect(words.filter((word) => !text.includes(word) && !told.includes(word))).toEqual([])
    // Most edits go through, and some met one another.
    expect(words.filter((word) => text.includes(word)).length).toBeGreaterThan(editsEach / 2)
    expect(conflicts).toBeGreaterThan(0)
  }
  expect(editing.bugs).toEqual([])
}
