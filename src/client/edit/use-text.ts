import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { Editor } from './editor.ts'

/** A draft is laid out after a pause in typing. Units: milliseconds. */
const pauseMs = 20

/** A text that can be typed. */
export interface TypedText {
  /** What the field shows. */
  text: string
  type(text: string): void
  /** Makes the edit, if anything was typed. */
  apply(): void
  /** Forgets what was typed. */
  cancel(): void
}

/** Returns what tells the editor whether something was typed into a field that is not applied yet. */
export function useIsTyping({ typing }: Pick<Editor, 'typing'>): (is: boolean) => void {
  const id = useId()
  const tell = (is: boolean) => {
    if (typing.peek().has(id) === is) return
    const next = new Set(typing.peek())
    if (is) next.add(id)
    else next.delete(id)
    typing.value = next
  }
  useEffect(() => () => tell(false), [])
  return tell
}

/** What a field edits. */
export interface TextField {
  /** Where the text stands, or will. */
  path: NodePath
  /** What stands there now. */
  text: string
  /** Returns the operations that put a text there. */
  opsFor(text: string): EditOp[]
  /** Whether the slide is laid out while it is typed; by default it is. */
  hasDrafts?: boolean
}

/**
 * Holds what is typed into a field. The browser keeps it from the first key on until it is in the file, and the slide is laid
 * out with it after each pause.
 */
export function useText(editor: Editor, { path, text, opsFor, hasDrafts = true }: TextField): TypedText {
  const typed = useSignal<string | null>(null)
  const timer = useRef<number>(0)
  const { kept, drafts, source, slidesPath } = editor
  const index = path.length > slidesPath.value.length && path[slidesPath.value.length]
  const layOut = async (next: string) => {
    const slide = typeof index === 'number' && editor.numberOf(index)
    if (!slide || editor.saver.waiting().length > 0) return
    const found = await drafts.show(opsFor(next), slide, source.value?.hash ?? '')
    if (found) {
      editor.draftFindings.value = found
      editor.shown.value++
    }
  }
  const isTyping = useIsTyping(editor)
  const end = () => {
    clearTimeout(timer.current)
    isTyping(false)
    typed.value = null
    editor.draftFindings.value = []
  }
  const actions = {
    type: (next: string) => {
      typed.value = next
      isTyping(true)
      kept.keep({ path, text: next, base: text })
      clearTimeout(timer.current)
      if (hasDrafts) timer.current = window.setTimeout(() => void layOut(next), pauseMs)
    },
    apply: () => {
      const next = typed.peek()
      if (next === null) return
      end()
      if (next === text) return actions.cancel()
      editor.edit(opsFor(next), () => {
        kept.forget(path)
        drafts.settle()
      })
    },
    cancel: () => {
      end()
      kept.forget(path)
      drafts.clear()
      editor.shown.value++
    },
  }
  const latest = useRef(actions)
  latest.current = actions
  // A field that disappears, as when another slide is shown, applies what was typed.
  useEffect(() => () => latest.current.apply(), [])
  return { text: typed.value ?? text, ...actions }
}
