import { expect, test, vi } from 'vitest'
import { makeSaver, type PendingEdit } from '../../../src/client/edit/saver.ts'
import { type EditService, Refused, Unanswered } from '../../../src/client/edit/service.ts'

/** A saver on a server that answers as it is told to, in turn; afterwards it saves. */
function saverOn(...answers: (Error | 'saved' | { on: string })[]) {
  const sent: unknown[] = []
  const saved: string[] = []
  const outdated: string[] = []
  let drops = 0
  const service: Pick<EditService, 'edit'> = {
    edit: async (request, more) => {
      sent.push({ ...request, ...more })
      const answer = answers.shift() ?? 'saved'
      if (answer instanceof Error) throw answer
      const { on } = answer === 'saved' ? { on: request.base } : answer
      return { hash: `h${sent.length}`, ranges: [], inverse: [], changes: [], on }
    },
  }
  const saver = makeSaver({
    service,
    editor: () => 7,
    onSaved: async (edit) => {
      edit.onSaved()
    },
    onDropped: () => {
      drops++
    },
    onOutdated: ({ way }) => {
      outdated.push(way)
    },
  })
  const edit = (name: string): PendingEdit => ({
    way: 'edit',
    base: 'h0',
    what: { ops: [{ op: 'set', path: ['name'], value: name }] },
    onSaved: () => saved.push(name),
  })
  return { saver, sent, saved, edit, outdated, drops: () => drops }
}

const settled = (saver: ReturnType<typeof makeSaver>, kind: string) =>
  vi.waitFor(() => expect(saver.state.value.kind).toBe(kind))
const refused = (code: string, more = {}) => new Refused(409, { code, message: `Why: ${code}`, ...more })

test('edits are saved one after the other, each on the file as the one before left it', async () => {
  const { saver, sent, saved, edit } = saverOn()
  saver.add(edit('a'))
  saver.add(edit('b'))
  saver.add(edit('c'))
  await settled(saver, 'saved')
  expect(saved).toEqual(['a', 'b', 'c'])
  expect(sent).toMatchObject([{ base: 'h0', editor: 7 }, { base: 'h1' }, { base: 'h2' }])
})

test('what a lost connection swallowed is sent again, with what was typed meanwhile', async () => {
  const { saver, saved, edit } = saverOn(new Unanswered(), new Unanswered())
  saver.add(edit('a'))
  await settled(saver, 'lost')
  expect(saver.waiting()).toHaveLength(1)
  saver.add(edit('b'))
  await settled(saver, 'lost')
  saver.again()
  await settled(saver, 'saved')
  expect(saved).toEqual(['a', 'b'])
})

test('a refused edit waits, with those behind it, until somebody decides', async () => {
  const { saver, saved, edit } = saverOn(refused('edit-disk-full'))
  saver.add(edit('a'))
  await settled(saver, 'refused')
  saver.add(edit('b'))
  expect(saver.state.value).toEqual({ kind: 'refused', message: 'Why: edit-disk-full' })
  expect(saved).toEqual([])
  saver.again()
  await settled(saver, 'saved')
  expect(saved).toEqual(['a', 'b'])
})

test('with an edit that is given up go those that were made on it', async () => {
  const { saver, sent, saved, edit, drops } = saverOn(refused('edit-impossible'))
  saver.add(edit('a'))
  saver.add(edit('b'))
  await settled(saver, 'refused')
  saver.drop()
  expect(saver.state.value.kind).toBe('saved')
  expect(saver.waiting()).toEqual([])
  expect(drops()).toBe(1)
  saver.add(edit('c'))
  await settled(saver, 'saved')
  expect(saved).toEqual(['c'])
  expect(sent).toHaveLength(2)
})

test('an edit that was made before others changed the file says so, whatever the page has read since', async () => {
  const { saver, sent, edit } = saverOn(new Unanswered())
  saver.add(edit('a'))
  await settled(saver, 'lost')
  saver.again()
  await settled(saver, 'saved')
  expect(sent).toMatchObject([{ base: 'h0' }, { base: 'h0' }])
})

test('what was made after an edit of a file that others changed, too, is found by what was done before it', async () => {
  const { saver, sent, edit } = saverOn({ on: 'theirs' })
  saver.add(edit('a'))
  saver.add(edit('b'))
  await settled(saver, 'saved')
  saver.add(edit('c'))
  await settled(saver, 'saved')
  saver.add({ ...edit('d'), base: 'h1' })
  await settled(saver, 'saved')
  const names = (sent as { base: string; ops: { value: string }[] }[]).map(
    ({ base, ops }) => `${base} ${ops.map(({ value }) => value).join('')}`,
  )
  expect(names).toEqual(['h0 a', 'h0 ab', 'h2 c', 'h1 d'])
})

test('files are of one line if only edits of this page lie between them', async () => {
  const { saver, edit } = saverOn('saved', { on: 'theirs' })
  saver.add(edit('a'))
  await settled(saver, 'saved')
  expect(saver.isOwn('h0', 'h1')).toBe(true)
  expect(saver.isOwn('h0', 'theirs')).toBe(false)
  saver.add(edit('b'))
  await settled(saver, 'saved')
  expect(saver.isOwn('h1', 'h2')).toBe(false)
})

test('a file becomes UTF-8 only after it was asked, and then is not asked again', async () => {
  const { saver, sent, edit } = saverOn(refused('edit-converts'))
  saver.add(edit('a'))
  await settled(saver, 'asks')
  saver.again(true)
  await settled(saver, 'saved')
  saver.add(edit('b'))
  await settled(saver, 'saved')
  expect(sent).toMatchObject([{ editor: 7 }, { convert: true }, { convert: true }])
  expect(sent[0]).not.toHaveProperty('convert')
})

test('of a conflict both versions are told, and the choice is sent in place of the edit', async () => {
  const conflicts = [{ path: ['name'], base: 'o', yours: 'a', theirs: 'x' }]
  const { saver, sent, saved, edit } = saverOn(refused('edit-conflict', { conflicts, hash: 'theirs' }))
  saver.add(edit('a'))
  await settled(saver, 'conflict')
  expect(saver.state.value).toEqual({ kind: 'conflict', conflicts, others: [], hash: 'theirs' })
  saver.replace({ ...edit('both'), base: 'theirs' })
  await settled(saver, 'saved')
  expect(saved).toEqual(['both'])
  expect(sent).toHaveLength(2)
})

test('a step that others made impossible waits no more, an edit does', async () => {
  const { saver, edit, outdated, saved } = saverOn(refused('edit-outdated'), 'saved', refused('edit-outdated'))
  saver.add({ ...edit('a'), way: 'undo' })
  saver.add(edit('b'))
  await settled(saver, 'saved')
  expect(outdated).toEqual(['undo'])
  await vi.waitFor(() => expect(saver.waiting()).toHaveLength(1))
  saver.again()
  await vi.waitFor(() => expect(saved).toEqual(['b']))
  saver.add(edit('c'))
  await settled(saver, 'refused')
  expect(outdated).toEqual(['undo'])
  expect(saver.waiting()).toHaveLength(1)
})
