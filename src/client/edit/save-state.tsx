import type { FileEditor } from './editor.ts'
import { isSame, valueAt } from './values.ts'

/** Where everything that was written is: `saved` in the file, `saving` on its way there, `kept` in this browser alone. */
export type SaveStateName = 'saved' | 'readOnly' | 'saving' | 'kept' | 'conflict'

type Watched = Pick<FileEditor, 'saver' | 'sourceState' | 'typing' | 'uploads' | 'kept' | 'deck' | 'source'>

/** Returns what has become of all that was written on this page and, if its tab was closed, on an earlier one. */
export function saveStateOf({ saver, sourceState, typing, uploads, kept, deck, source }: Watched): SaveStateName {
  const kinds: readonly string[] = [saver.state.value.kind, sourceState.value.kind]
  if (kinds.includes('conflict')) return 'conflict'
  // What waits for an answer, or for somebody's decision, is not on its way.
  if (kinds.some((kind) => kind !== 'saved' && kind !== 'saving')) return 'kept'
  if (kinds.includes('saving') || uploads.value > 0) return 'saving'
  const found = source.value ? kept.found.value : []
  const isWaiting = found.some(({ path, text }) => !isSame(valueAt(deck.value, path) ?? '', text))
  if (typing.value.size > 0 || isWaiting) return 'kept'
  return source.value?.readOnly ? 'readOnly' : 'saved'
}

/** The state of everything that was written, in words. */
export function SaveStatus({ editor }: { editor: FileEditor }) {
  const state = saveStateOf(editor)
  const text = editor.words.state[state]
  return (
    <span class="ui-edit-state" role="status" data-state={state} title={text}>
      {text}
    </span>
  )
}
