import { type ReadonlySignal, signal } from '@preact/signals'
import type { Edit } from '../../model/source.ts'
import type { EditAnswer, EditConflict, EditOp } from '../../model/wire/edit.ts'
import type { EditRefusal } from '../../model/wire/edit-service.ts'
import { type EditService, Refused, Unanswered } from './service.ts'

/** What becomes of the edits of a page. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** No answer came: they are sent again as soon as the server is there. */
  | { kind: 'lost' }
  /** One was refused, and why. It waits: `again` sends it once more, `drop` gives it up. */
  | { kind: 'refused'; message: string }
  /** The server asks before it changes the file for the first time. */
  | { kind: 'asks'; message: string }
  /** Somebody else has changed the same. `others`: what else the edit does; `hash`: that of the file as it is now. */
  | { kind: 'conflict'; conflicts: readonly EditConflict[]; others: readonly EditOp[]; hash: string }

/** An edit that waits to be saved. */
export interface PendingEdit {
  /** The hash of the file that it was made on, or on what edits before it make of that. */
  base: string
  way: 'edit' | 'undo' | 'redo'
  what: { ops: readonly EditOp[] } | { changes: readonly Edit[] }
  /** Called once it is in the file. */
  onSaved(): void
}

/** Saves edits one after the other. None is forgotten: one that is not saved waits until somebody decides. */
export interface Saver {
  state: ReadonlySignal<SaveState>
  /** The edits that are not in the file yet, the oldest first. */
  waiting(): readonly PendingEdit[]
  add(edit: PendingEdit): void
  /** Sends what waits once more. `convert`: the file may become UTF-8. */
  again(convert?: boolean): void
  /** Gives up what waits: later edits were made on what earlier ones would have made. */
  drop(): void
  /** Replaces the oldest edit, and sends it. */
  replace(edit: PendingEdit): void
  /** Whether only edits of this page lie between two files, by their hashes: places in the one are those in the other. */
  isOwn(hash: string, other: string): boolean
}

/** What a saver works with. */
export interface SaverParts {
  service: Pick<EditService, 'edit'>
  /** The number of this editor, if it is known. */
  editor(): number | undefined
  /** An edit is in the file. The next one is not sent before the promise resolves. */
  onSaved(edit: PendingEdit, answer: EditAnswer, base: string): Promise<void>
  /** What waited was given up: the page shows what is in the file. */
  onDropped(): void
  /** A step could not be made, since others have just changed the same place. It waits no more. */
  onOutdated(step: PendingEdit): void
}

/** Creates a saver. */
export function makeSaver({ service, editor, onSaved, onDropped, onOutdated }: SaverParts): Saver {
  const state = signal<SaveState>({ kind: 'saved' })
  let queue: readonly (PendingEdit & { id: string })[] = []
  let isSending = false
  let converts = false
  /** What has become of files that edits were made on, where nobody else has changed them. */
  const successors = new Map<string, string>()
  /** What was done since on files that others have changed, too: what was made after it needs it, to be found again. */
  const doneOn = new Map<string, readonly EditOp[]>()
  const note = (base: string, what: PendingEdit['what']) => {
    if ('ops' in what) doneOn.set(base, what.ops)
  }
  /** An edit with what was done before it on the same file. What is done already is left out by the server. */
  const withDone = (base: string, what: PendingEdit['what']): PendingEdit['what'] =>
    'ops' in what ? { ops: [...(doneOn.get(base) ?? []), ...what.ops] } : what
  const newest = (hash: string): string => {
    let [at, next] = [hash, successors.get(hash)]
    while (next !== undefined) [at, next] = [next, successors.get(next)]
    return at
  }
  const fail = (error: unknown) => {
    const [first] = queue
    if (error instanceof Unanswered) state.value = { kind: 'lost' }
    else if (error instanceof Refused && first && first.way !== 'edit' && error.refusal.code === 'edit-outdated') {
      queue = queue.slice(1)
      state.value = { kind: 'saved' }
      onOutdated(first)
    } else if (error instanceof Refused) state.value = refusedState(error.refusal)
    else throw error
  }
  const send = async () => {
    if (isSending) return
    isSending = true
    try {
      while (queue.length > 0) {
        const edit = queue[0]!
        state.value = { kind: 'saving' }
        const number = editor()
        const more = {
          id: edit.id,
          ...(converts && { convert: true }),
          ...(number !== undefined && { editor: number }),
        }
        const base = newest(edit.base)
        const what = withDone(base, edit.what)
        const answer = await service.edit({ base, ...what }, more)
        queue = queue.slice(1)
        // Undoing leads back to a file that was there before: its way on is another one now.
        successors.delete(answer.hash)
        doneOn.delete(answer.hash)
        if (answer.on !== base) note(base, what)
        else if (answer.hash !== base) successors.set(base, answer.hash)
        await onSaved(edit, answer, base)
      }
      state.value = { kind: 'saved' }
    } catch (error) {
      fail(error)
    } finally {
      isSending = false
    }
  }
  return {
    state,
    waiting: () => queue,
    add: (edit) => {
      queue = [...queue, { ...edit, id: makeId() }]
      const { kind } = state.value
      // What was refused or asked is decided first; what is lost goes out together.
      if (kind === 'saved' || kind === 'saving' || kind === 'lost') void send()
    },
    again: (convert = false) => {
      converts ||= convert
      void send()
    },
    drop: () => {
      queue = []
      state.value = { kind: 'saved' }
      onDropped()
    },
    isOwn: (hash, other) => newest(hash) === newest(other),
    replace: (edit) => {
      const [first] = queue
      if (first) note(newest(first.base), withDone(newest(first.base), first.what))
      queue = [{ ...edit, id: makeId() }, ...queue.slice(1)]
      void send()
    },
  }
}

/** An identifier by which the server knows an edit that it has made already. */
const makeId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, '0')).join('')

const refusedState = ({ code, message, hash, conflicts = [], others = [] }: EditRefusal): SaveState => {
  if (code === 'edit-converts') return { kind: 'asks', message }
  if (hash !== undefined && conflicts.length > 0) return { kind: 'conflict', conflicts, others, hash }
  return { kind: 'refused', message }
}
