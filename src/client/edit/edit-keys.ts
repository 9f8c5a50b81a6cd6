import type { Editor, FileEditor } from './editor.ts'
import { copySlides } from './slide-edits.ts'

/**
 * Binds the keys of the editor, and keeps all keys from the show. The letters are bound by their place on the keyboard, since
 * on a Kazakh or Russian one `Z` types `я`. A field that is typed into undoes by itself. `keys`: what further ones do with Ctrl.
 */
export function bindKeys(
  editor: Pick<FileEditor, 'step'>,
  isEditing: () => boolean,
  keys: Readonly<Record<string, () => void>> = {},
): void {
  // The show listens further out.
  document.body.addEventListener('keydown', (event) => {
    if (!isEditing()) return
    event.stopPropagation()
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return
    if ((event.target as Element).closest('input:not([type="color"]), textarea')) return
    if (event.code === 'KeyZ') editor.step(event.shiftKey ? 'redo' : 'undo')
    else if (event.code === 'KeyY') editor.step('redo')
    else if (Object.hasOwn(keys, event.code)) keys[event.code]?.()
    else return
    event.preventDefault()
  })
}

/** The further keys where slides are shown. */
export function slideKeys(editor: Editor): Readonly<Record<string, () => void>> {
  const replace = () => {
    editor.isReplacing.value = true
  }
  return { KeyD: () => copySlides(editor), KeyH: replace, KeyF: replace }
}
