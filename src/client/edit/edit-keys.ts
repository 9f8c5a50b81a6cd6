import type { Editor, FileEditor } from './editor.ts'
import { makeRegionSteps } from './keep-focus.ts'
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
  // Wherever the focus is: what was typed is applied, and the browser does not offer to save the page.
  document.body.addEventListener(
    'keydown',
    (event) => {
      if (!isEditing() || event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return
      // The source view saves by itself.
      if ((event.target as Element).closest('.ui-edit-source')) return
      const { activeElement: field } = document
      event.preventDefault()
      if (!(field instanceof HTMLElement) || !field.matches('.ui-edit :is(input, textarea)')) return
      field.blur()
      if (!field.matches('.ui-edit-text')) field.focus()
    },
    true,
  )
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

/** Binds F6, with which desktop programs go from one part of their window to the next. */
export function bindRegionKeys(host: HTMLElement, isEditing: () => boolean): void {
  const step = makeRegionSteps(host)
  document.body.addEventListener(
    'keydown',
    (event) => {
      if (!isEditing() || event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      step(event.shiftKey ? -1 : 1)
    },
    true,
  )
}

/** The further keys where slides are shown. */
export function slideKeys(editor: Editor): Readonly<Record<string, () => void>> {
  const replace = () => {
    editor.isReplacing.value = true
  }
  return { KeyD: () => copySlides(editor), KeyH: replace, KeyF: replace }
}
