import { type ReadonlySignal, signal } from '@preact/signals'
import type { Edit } from '../../model/source.ts'
import type { EditAnswer } from '../../model/wire/edit.ts'
import { applyEdits } from '../../text/apply-edits.ts'
import { editsBetween } from '../../text/edits-between.ts'
import { readSession, writeSession } from '../parts/storage.ts'
import { type Entry, nextStep, withOthers } from './steps.ts'

export type Way = 'undo' | 'redo'

/** What can be undone and redone, the newest last. */
type Steps = Readonly<Record<Way, readonly Entry[]>>

/** The changes of this tab, without a limit. They are kept while the tab is open, also when the page is loaded again. */
export interface History {
  steps: ReadonlySignal<Steps>
  /** The hash of the file to which the steps lead; null before the first one. */
  hash(): string | null
  /**
   * Returns what undoes or redoes the newest change that can be: others may have changed the file since. Null if there is none.
   * Shape: `skipped` counts the changes that cannot be taken back any more, since others have changed the same places.
   */
  next(way: Way): { changes: readonly Edit[] | null; skipped: number }
  /** Forgets what `next` has skipped. */
  skip(way: Way): void
  /** Notes an answer: to an edit, or to a step of this way. `base` is the hash with which it was asked for. */
  note(way: 'edit' | Way, answer: Omit<EditAnswer, 'ranges'>, base: string): void
  /** Notes the file as it was read. Steps lead beside what others have changed in it. */
  see(file: { hash: string; text: string }): void
  /** Whether steps were given up, since it is not known what has changed. It is asked once. */
  takeForgotten(): boolean
}

interface Stored {
  hash: string | null
  steps: Steps
}

const none: Steps = { undo: [], redo: [] }

/** Opens the history of a deck, by a name that no other deck has. */
export function openHistory(deck: string): History {
  const name = `edit-steps ${deck}`
  const stored = read(name)
  const steps = signal<Steps>(stored.steps)
  let { hash } = stored
  let text = readSession(`${name} text`)
  let isForgotten = false
  const keep = (next: Steps, nextHash: string) => {
    steps.value = next
    hash = nextHash
  }
  /** The steps after others have changed the file. */
  const beside = (others: readonly Edit[]): Steps => ({
    undo: withOthers(steps.value.undo, others),
    redo: withOthers(steps.value.redo, others),
  })
  const forget = (): Steps => {
    isForgotten ||= steps.value.undo.length > 0
    return none
  }
  globalThis.addEventListener?.('pagehide', () => {
    writeSession(name, JSON.stringify({ hash, steps: steps.value } satisfies Stored))
    writeSession(`${name} text`, text ?? '')
  })
  return {
    steps,
    hash: () => hash,
    next: (way) => {
      const { changes, skipped } = nextStep(steps.value[way])
      return { changes, skipped }
    },
    skip: (way) => {
      if (hash !== null && nextStep(steps.value[way]).changes === null) keep({ ...steps.value, [way]: [] }, hash)
    },
    note: (way, { hash: next, inverse, changes, on, over = [] }, base) => {
      const isKnown = hash === null || on === hash || base === hash
      const others = hash !== null && on !== hash ? over : []
      const { undo, redo } = isKnown ? beside(others) : forget()
      if (text !== null) text = isKnown ? applyEdits(applyEdits(text, others), changes) : null
      const step: Entry[] = inverse.length > 0 ? [{ changes: inverse, back: changes }] : []
      if (way === 'edit') keep({ undo: [...undo, ...step], redo: step.length > 0 ? [] : redo }, next)
      else if (way === 'undo') keep({ undo: nextStep(undo).rest, redo: [...redo, ...step] }, next)
      else keep({ undo: [...undo, ...step], redo: nextStep(redo).rest }, next)
    },
    see: (file) => {
      if (hash !== null && file.hash !== hash)
        keep(text === null ? forget() : beside(editsBetween(text, file.text)), file.hash)
      hash = file.hash
      text = file.text
    },
    takeForgotten: () => {
      const was = isForgotten
      isForgotten = false
      return was
    },
  }
}

function read(name: string): Stored {
  const nothing = { hash: null, steps: none }
  try {
    const stored = JSON.parse(readSession(name) ?? '{}') as Partial<Stored>
    return Array.isArray(stored.steps?.undo) ? { ...nothing, ...stored } : nothing
  } catch {
    return nothing
  }
}
