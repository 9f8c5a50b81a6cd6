import { useEffect, useRef } from 'preact/hooks'
import type { NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { Editor } from './editor.ts'

/** Shows how the slide would look, in this window alone. */
export interface Preview {
  show(ops: readonly EditOp[]): void
  /** Shows the slide as it is in the file. */
  clear(): void
  /** What is shown becomes part of the file: nothing is to be restored. */
  settle(): void
}

/** Returns the preview of the slide that a path leads into. It ends with the control that shows it. */
export function usePreview(editor: Editor, path: NodePath): Preview {
  const { drafts, slidesPath, source, saver } = editor
  const isShown = useRef(false)
  const step = path[slidesPath.value.length]
  const preview: Preview = {
    show: (ops) => {
      const slide = typeof step === 'number' ? editor.numberOf(step) : null
      if (slide === null || ops.length === 0 || saver.waiting().length > 0) return
      isShown.current = true
      void drafts.show(ops, slide, source.value?.hash ?? '').then((found) => {
        if (found) editor.shown.value++
      })
    },
    clear: () => {
      if (!isShown.current) return
      isShown.current = false
      drafts.clear()
      editor.shown.value++
    },
    settle: () => {
      isShown.current = false
      drafts.settle()
    },
  }
  const latest = useRef(preview)
  latest.current = preview
  useEffect(() => () => latest.current.clear(), [])
  return preview
}
