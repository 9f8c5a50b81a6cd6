import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { type SaveStateName, saveStateOf } from '../../../src/client/edit/save-state.tsx'
import type { SaveState } from '../../../src/client/edit/saver.ts'
import type { SourceState } from '../../../src/client/source/source-state.ts'

interface Given {
  saver?: SaveState['kind']
  typedSource?: SourceState['kind']
  typing?: number
  uploads?: number
  /** Texts at `title` that an earlier page has kept. */
  found?: readonly string[]
  title?: string
  readOnly?: boolean
}

function stateOf(given: Given): SaveStateName {
  const { saver = 'saved', typedSource = 'saved', typing = 0, uploads = 0, found = [], readOnly = false } = given
  return saveStateOf({
    saver: { state: signal({ kind: saver }) },
    sourceState: signal({ kind: typedSource }),
    typing: signal(new Set(Array.from({ length: typing }, (_, i) => `${i}`))),
    uploads: signal(uploads),
    kept: { found: { value: found.map((text) => ({ path: ['title'], text, base: '' })) } },
    deck: signal({ title: given.title ?? 'In the file' }),
    source: signal({ readOnly }),
  } as never)
}

const cases: readonly [what: string, given: Given, expected: SaveStateName][] = [
  ['nothing was changed', {}, 'saved'],
  ['an edit is on its way', { saver: 'saving' }, 'saving'],
  ['the server does not answer', { saver: 'lost' }, 'kept'],
  ['an edit was refused', { saver: 'refused' }, 'kept'],
  ['the file would become UTF-8', { saver: 'asks' }, 'kept'],
  ['somebody else has changed the same', { saver: 'conflict' }, 'conflict'],
  ['a text is being typed', { typing: 1 }, 'kept'],
  ['a text is being typed while another is on its way', { typing: 1, saver: 'saving' }, 'saving'],
  ['a picture is being sent', { uploads: 1 }, 'saving'],
  ['a picture is being sent, and the server is gone for an edit', { uploads: 1, saver: 'lost' }, 'kept'],
  ['an earlier page has kept a text', { found: ['Typed'] }, 'kept'],
  ['what an earlier page has kept is in the file by now', { found: ['Typed'], title: 'Typed' }, 'saved'],
  ['of two kept texts, one is in the file by now', { found: ['Typed', 'More'], title: 'Typed' }, 'kept'],
  ['the file is being typed into', { typedSource: 'typed' }, 'kept'],
  ['the file cannot be read as it was typed', { typedSource: 'draft' }, 'kept'],
  ['the text of the file is on its way', { typedSource: 'saving' }, 'saving'],
  ['the text of the file found no server', { typedSource: 'lost' }, 'kept'],
  ['the text of the file was refused', { typedSource: 'refused' }, 'kept'],
  ['the text of the file is in conflict while an edit is lost', { typedSource: 'conflict', saver: 'lost' }, 'conflict'],
  ['the file can only be read', { readOnly: true }, 'readOnly'],
  ['the file can only be read, and something was typed', { readOnly: true, typing: 1 }, 'kept'],
]

describe('what has become of everything that was written', () => {
  test.each(cases)('%s', (_, given, expected) => {
    expect(stateOf(given)).toBe(expected)
  })
})
