import type { Editor } from './editor.ts'
import { copySlides } from './slide-edits.ts'

/**
 * Binds the keys of the editor, and keeps all keys from the show. The letters are bound by their place on the keyboard, since
 * on a Kazakh or Russian one `Z` types `я`. A field that is typed into undoes by itself.
 */
export function bindKeys(editor: Editor, isEditing: () => boolean): void {
  // The show listens further out.
  document.body.addEventListener('keydown', (event) => {
    if (!isEditing()) return
    event.stopPropagation()
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return
    if ((event.target as Element).closest('input:not([type="color"]), textarea')) return
    if (event.code === 'KeyZ') editor.step(event.shiftKey ? 'redo' : 'undo')
    else if (event.code === 'KeyY') editor.step('redo')
    else if (event.code === 'KeyD') copySlides(editor)
    else if (event.code === 'KeyH' || event.code === 'KeyF') editor.isReplacing.value = true
    else return
    event.preventDefault()
  })
}
