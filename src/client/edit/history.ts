import { type ReadonlySignal, signal } from '@preact/signals'
import type { Edit } from '../../model/source.ts'
import type { EditAnswer } from '../../model/wire/edit.ts'
import { readSession, writeSession } from '../parts/storage.ts'

/** What takes a change back: `changes` are made on the file whose hash is `hash`. */
interface Step {
  hash: string
  changes: readonly Edit[]
}

interface Steps {
  undo: readonly Step[]
  redo: readonly Step[]
}

/** The changes of this tab, without a limit. They are kept while the tab is open, also when the page is loaded again. */
export interface History {
  steps: ReadonlySignal<Steps>
  /** Returns the step that undoes or redoes; null if there is none, or if the file has changed since. */
  next(way: 'undo' | 'redo', hash: string): Step | null
  /** Notes an answer: to an edit, or to a step of this way. */
  note(way: 'edit' | 'undo' | 'redo', answer: Pick<EditAnswer, 'hash' | 'inverse'>): void
}

const none: Steps = { undo: [], redo: [] }

/** Opens the history of a deck, by a name that no other deck has. */
export function openHistory(deck: string): History {
  const name = `edit-steps ${deck}`
  const steps = signal<Steps>(read(name))
  const keep = (next: Steps) => {
    steps.value = next
    writeSession(name, JSON.stringify(next))
  }
  return {
    steps,
    next: (way, hash) => {
      const step = steps.value[way].at(-1)
      return step?.hash === hash ? step : null
    },
    note: (way, { hash, inverse }) => {
      const { undo, redo } = steps.value
      const step = { hash, changes: inverse }
      if (way === 'edit') keep({ undo: [...undo, step], redo: [] })
      else if (way === 'undo') keep({ undo: undo.slice(0, -1), redo: [...redo, step] })
      else keep({ undo: [...undo, step], redo: redo.slice(0, -1) })
    },
  }
}

function read(name: string): Steps {
  try {
    return { ...none, ...(JSON.parse(readSession(name) ?? '{}') as Partial<Steps>) }
  } catch {
    return none
  }
}
