import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import type { ServedEditor, ServedPage } from '../live/start-served.ts'
import { element } from '../parts/element.ts'
import { readLocal, readSession } from '../parts/storage.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { takeShowFirst } from '../start/show-first.ts'
import { bindTransfer } from './bring-in.ts'
import { makeDraftLayout } from './draft-layout.ts'
import { bindKeys, bindRegionKeys, slideKeys } from './edit-keys.ts'
import type { Editor } from './editor.ts'
import { keepFocus } from './keep-focus.ts'
import { openEditor } from './open-editor.ts'
import { Shell } from './shell.tsx'

/** Starts the editor around the slides of a served page. Returns null in the reading view, and without a token. */
export function startEditor({ deck, languages, send }: ServedPage): ServedEditor | null {
  const { show } = deck
  const opened = show && openEditor(show)
  if (!opened) return null
  const drafts = makeDraftLayout(show, opened.editor.service, () => languages?.shown().tag)
  const editor: Editor = Object.assign(opened.editor, { show, drafts })
  const isEditing = signal(!takeShowFirst())
  effect(() => {
    document.body.classList.toggle('ui-editing', isEditing.value)
  })
  void opened.ready.then(() => {
    // What was typed into the file and is not in it, or was being typed when the page was loaded again, is shown at once.
    const place = location.pathname
    editor.isSource.value = Boolean(readLocal(`source-draft ${place}`) || readSession(`source-open ${place}`))
    mount(editor, { isEditing, languages })
  })
  languages?.onSwitch(() => {
    drafts.settle()
    editor.follow('page')
  })
  /** Whether the page is being changed: it moves on its own then. */
  let isChanging = false
  show.onChange(() => {
    if (!isChanging) editor.follow('page')
  })
  opened.tellPlace(send)
  return {
    findings: (view) => {
      editor.findings.value = view
    },
    beforeChange: (change) => {
      isChanging = true
      return drafts.beforeChange(change)
    },
    afterChange: () => {
      isChanging = false
      editor.shown.value++
      void editor.reload()
    },
    receive: opened.receive,
    onLost: opened.onLost,
  }
}

/** Puts the editor into the page. */
function mount(
  editor: Editor,
  { isEditing, languages }: { isEditing: { value: boolean }; languages: SlideLanguages | null },
): void {
  const host = element('div', { class: 'ui-edit', lang: editor.words.lang })
  const back = element(
    'button',
    { type: 'button', class: 'ui-edit-back', lang: editor.words.lang },
    editor.words.tools.edit,
  )
  const setEditing = (on: boolean) => {
    isEditing.value = on
    host.hidden = !on
    back.hidden = on
    // Boxes are measured at their new places.
    requestAnimationFrame(() => {
      editor.shown.value++
    })
  }
  back.addEventListener('click', () => setEditing(true))
  document.body.prepend(host)
  document.body.append(back)
  render(<Shell editor={editor} languages={languages} onShow={() => setEditing(false)} />, host)
  bindKeys(editor, () => isEditing.value, slideKeys(editor))
  bindRegionKeys(host, () => isEditing.value)
  keepFocus(host)
  bindTransfer(editor, () => isEditing.value)
  setEditing(isEditing.value)
}
