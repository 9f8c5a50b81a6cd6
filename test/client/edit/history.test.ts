import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHistory } from '../../../src/client/edit/history.ts'
import { nextStep, withOthers } from '../../../src/client/edit/steps.ts'
import type { Edit } from '../../../src/model/source.ts'
import { applyEdits } from '../../../src/text/apply-edits.ts'
import { editsBetween } from '../../../src/text/edits-between.ts'
import { applyTextEdits } from '../../../src/text/text-edits.ts'

/** A file with its history. Others change it, and the page learns of it with its next answer or when it reads the file. */
function openFile(start: string) {
  const history = openHistory(start)
  let text = start
  let seen = start
  const hashOf = (one: string) => `hash of ${one}`
  history.see({ hash: hashOf(start), text: start })
  const send = (way: 'edit' | 'undo' | 'redo', edits: readonly Edit[], base: string) => {
    const over = editsBetween(base, text)
    const made = applyTextEdits(text, edits)
    const answer = { ...made, hash: hashOf(made.text), on: hashOf(text), ...(base !== text && { over }) }
    history.note(way, answer, hashOf(base))
    text = made.text
    seen = text
  }
  return {
    history,
    text: () => text,
    replace: (old: string, next: string) => {
      const at = text.indexOf(old)
      send('edit', [{ start: at, end: at + old.length, text: next }], seen)
    },
    others: (old: string, next: string) => {
      text = text.replace(old, next)
    },
    read: () => {
      history.see({ hash: hashOf(text), text })
      seen = text
    },
    step: (way: 'undo' | 'redo') => {
      const { changes, skipped } = history.next(way)
      if (changes) send(way, changes, seen)
      else history.skip(way)
      return { isMade: changes !== null, skipped }
    },
  }
}

const lines = 'бір\nекі\nүш\nтөрт\nбес\n'

test('changes are undone and redone in turn, without a limit', () => {
  const file = openFile('0\n')
  for (let i = 1; i <= 500; i++) file.replace(`${i - 1}`, `${i}`)
  for (let i = 500; i > 0; i--) {
    expect(file.text()).toBe(`${i}\n`)
    expect(file.step('undo')).toEqual({ isMade: true, skipped: 0 })
  }
  expect(file.step('undo').isMade).toBe(false)
  for (let i = 1; i <= 500; i++) file.step('redo')
  expect(file.text()).toBe('500\n')
})

test('a new change ends what could be redone', () => {
  const file = openFile(lines)
  file.replace('бір', '1')
  file.step('undo')
  file.replace('екі', '2')
  expect(file.history.next('redo').changes).toBeNull()
  expect(file.history.next('undo').changes).not.toBeNull()
})

test.each([true, false])('all is undone beside what others have changed, and redone (read before: %s)', (isRead) => {
  const file = openFile(lines)
  file.replace('бір', '1')
  file.others('үш', 'others 3\nand more')
  if (isRead) file.read()
  file.replace('бес', '5')
  file.others('төрт', '')
  if (isRead) file.read()
  file.replace('екі', '2')
  for (let i = 0; i < 3; i++) expect(file.step('undo').skipped).toBe(0)
  expect(file.text()).toBe('бір\nекі\nothers 3\nand more\n\nбес\n')
  file.others('and more', 'and less')
  file.read()
  for (let i = 0; i < 3; i++) expect(file.step('redo')).toEqual({ isMade: true, skipped: 0 })
  expect(file.text()).toBe('1\n2\nothers 3\nand less\n\n5\n')
})

test('what others have written over is skipped and told, and the change before it is undone', () => {
  const file = openFile(lines)
  file.replace('бір', '1')
  file.replace('екі', '2')
  file.replace('2', '22')
  file.others('22', 'others')
  file.read()
  expect(file.step('undo')).toEqual({ isMade: true, skipped: 2 })
  expect(file.text()).toBe('бір\nothers\nүш\nтөрт\nбес\n')
  expect(file.step('undo')).toEqual({ isMade: false, skipped: 0 })
  file.step('redo')
  expect(file.text()).toBe('1\nothers\nүш\nтөрт\nбес\n')
})

test('where all is written over, nothing is undone, and it is told once', () => {
  const file = openFile(lines)
  file.replace('бір', '1')
  file.others('1', 'others')
  file.read()
  expect(file.step('undo')).toEqual({ isMade: false, skipped: 1 })
  expect(file.step('undo')).toEqual({ isMade: false, skipped: 0 })
  expect(file.history.steps.value.undo).toEqual([])
})

test('steps from before a change that nobody knows are forgotten, and it is told once', () => {
  const { history } = openFile(lines)
  const answer = { inverse: [{ start: 0, end: 1, text: '' }], changes: [{ start: 0, end: 0, text: 'a' }] }
  history.note('edit', { ...answer, hash: 'h1', on: `hash of ${lines}` }, `hash of ${lines}`)
  history.note('edit', { ...answer, hash: 'h9', on: 'h8', over: [] }, 'h7')
  expect(history.steps.value.undo).toHaveLength(1)
  expect([history.takeForgotten(), history.takeForgotten()]).toEqual([true, false])
})

test('undoing and redoing lose no word of others, in whatever order things happen', () => {
  const event = fc.tuple(fc.constantFrom('mine', 'mine', 'others', 'read', 'undo', 'undo', 'redo'), fc.nat(), fc.nat(2))
  const counts = { made: 0, skipped: 0 }
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const start = Array.from({ length: 12 }, (_, i) => `line ${i} of the file`).join('\n')
      const file = openFile(`${start}\n`)
      const kept: string[] = []
      for (const [i, [kind, seed, size]] of events.entries()) {
        const words = file
          .text()
          .match(/\S+/g)!
          .filter((word) => !word.startsWith('others'))
        const word = words[seed % words.length] ?? 'line'
        const line = file.text().split('\n')[seed % 12] ?? word
        if (kind === 'mine') file.replace(size === 0 ? line : word, size === 1 ? '' : `mine${i}`)
        else if (kind === 'others') {
          file.others(words.findLast((one) => size > 0 && one.startsWith('mine')) ?? word, `others${i}`)
          kept.push(`others${i}`)
        } else if (kind === 'read') file.read()
        else if (kind === 'undo' || kind === 'redo') {
          file.read()
          const { isMade, skipped } = file.step(kind)
          if (isMade) counts.made++
          counts.skipped += skipped
        }
        if (kind === 'mine' || kind === 'others')
          for (const one of [...kept]) if (!file.text().includes(one)) kept.splice(kept.indexOf(one), 1)
        for (const one of kept) expect(file.text()).toContain(one)
      }
      file.read()
      for (let i = 0; i < 40 && file.step('undo').isMade; i++)
        for (const one of kept) expect(file.text()).toContain(one)
    }),
    { numRuns: 500 },
  )
  expect(counts.made).toBeGreaterThan(200)
  expect(counts.skipped).toBeGreaterThan(5)
})

test('what others change one after the other is one entry, whatever stands below', () => {
  const step = { changes: [{ start: 5, end: 6, text: '' }], back: [{ start: 5, end: 5, text: 'x' }] }
  const entries = withOthers(withOthers([step], [{ start: 0, end: 0, text: 'ab' }]), [{ start: 0, end: 1, text: '' }])
  expect(entries).toHaveLength(2)
  expect(nextStep(entries)).toMatchObject({ changes: [{ start: 6, end: 7, text: '' }], rest: [], skipped: 0 })
  expect(applyEdits('b01234x6', nextStep(entries).changes!)).toBe('b012346')
})
