import { render } from 'preact'
import type { WaitingEditor, WaitingPage } from '../live/start-served.ts'
import { element } from '../parts/element.ts'
import { bindKeys, bindRegionKeys } from './edit-keys.ts'
import type { ShownPages } from './editor.ts'
import { FileShell } from './file-shell.tsx'
import { keepFocus } from './keep-focus.ts'
import { openEditor } from './open-editor.ts'

/** Who has not typed for so long is not interrupted when the first slides come. Units: milliseconds. */
const pauseMs = 1_000

/** Starts the editor of a file of which no slide can be shown. Returns null without a token. */
export function startFileEditor({ served, send }: WaitingPage): WaitingEditor | null {
  const pages: ShownPages = { page: { slides: [], lang: served.words.lang }, go: () => {}, pageId: () => '' }
  const opened = openEditor(pages)
  if (!opened) return null
  const { editor, ready, receive, onLost } = opened
  document.body.classList.add('ui-editing', 'ui-edit-file')
  const host = element('div', { class: 'ui-edit', lang: editor.words.lang })
  void ready.then(() => {
    document.body.prepend(host)
    render(<FileShell editor={editor} />, host)
    bindKeys(editor, () => true)
    bindRegionKeys(host, () => true)
    keepFocus(host)
  })
  opened.tellPlace(send)
  let typedAt = 0
  document.addEventListener('keydown', () => {
    typedAt = performance.now()
  })
  return {
    findings: (view) => {
      editor.findings.value = view
      void editor.reload()
    },
    receive,
    onLost,
    onSlides: () => {
      const wait = () => {
        const isIdle = performance.now() - typedAt > pauseMs && editor.saver.state.value.kind === 'saved'
        if (isIdle) location.reload()
        else setTimeout(wait, 100)
      }
      wait()
    },
  }
}
