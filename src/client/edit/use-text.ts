import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { Editor } from './editor.ts'
import { pathKey } from './values.ts'

/** A draft is laid out as soon as the browser has shown the key: typing waits for nothing. Units: milliseconds. */
const pauseMs = 0

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
function useIsTyping({ typing }: Pick<Editor, 'typing'>): (is: boolean) => void {
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
  /** Returns the operations that put a text there, into a deck. */
  opsFor(text: string, deck: JsonValue): EditOp[]
  /** Whether the slide is laid out while it is typed; by default it is. */
  hasDrafts?: boolean
}

/** The file on which typing began, and where the text stood in it. */
interface Began {
  field: TextField
  hash: string
  deck: JsonValue
}

/**
 * Holds what is typed into a field. The browser keeps it from the first key on until it is in the file, and the slide is laid
 * out with it after each pause. If others have changed the file meanwhile, what was typed is an edit of the file on which it
 * was begun: nothing of theirs is written over unseen.
 */
export function useText(editor: Editor, field: TextField): TypedText {
  const { path, text, hasDrafts = true } = field
  const typed = useSignal<string | null>(null)
  const timer = useRef<number>(0)
  const began = useRef<Began | null>(null)
  const keptAt = useRef(path)
  const { kept, drafts, source, slidesPath, saver } = editor
  const index = path.length > slidesPath.value.length && path[slidesPath.value.length]
  /** What puts a text there. Shape: `base` is the hash of the file on which it is made; absent for the present one. */
  const edits = (next: string): { ops: EditOp[]; base?: string } => {
    const { hash = '', deck = null } = source.peek() ?? {}
    const start = began.current ?? { field, hash, deck }
    if (saver.isOwn(start.hash, hash)) return { ops: start.field.opsFor(next, deck) }
    return { ops: start.field.opsFor(next, start.deck), base: start.hash }
  }
  const layOut = async () => {
    const next = typed.peek()
    if (next === null) return
    const slide = typeof index === 'number' && editor.numberOf(index)
    if (!slide || saver.waiting().length > 0) return
    const { ops, base = source.value?.hash ?? '' } = edits(next)
    const found = await drafts.show(ops, slide, base)
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
    began.current = null
    editor.draftFindings.value = []
  }
  const actions = {
    type: (next: string) => {
      const { hash, deck } = source.peek() ?? { hash: '', deck: null }
      began.current ??= { field, hash, deck }
      isTyping(true)
      // Its slide may have another place by now.
      if (typed.peek() !== null && pathKey(keptAt.current) !== pathKey(path)) kept.forget(keptAt.current)
      keptAt.current = path
      typed.value = next
      kept.keep({ path, text: next, base: began.current.field.text })
      actions.layOutSoon()
    },
    layOutSoon: () => {
      clearTimeout(timer.current)
      if (hasDrafts) timer.current = window.setTimeout(() => void latest.current.layOut(), pauseMs)
    },
    layOut,
    apply: () => {
      const next = typed.peek()
      if (next === null) return
      const { ops, base } = edits(next)
      if (next === text || ops.length === 0) return actions.cancel()
      end()
      const { current: at } = keptAt
      editor.edit(
        ops,
        () => {
          kept.forget(at)
          drafts.settle()
        },
        base,
      )
    },
    cancel: () => {
      kept.forget(began.current ? keptAt.current : path)
      end()
      drafts.clear()
      editor.shown.value++
    },
  }
  const latest = useRef(actions)
  latest.current = actions
  // A change of the file has taken the place of the draft.
  const stamp = `${drafts.overtaken.value} ${source.value?.hash}`
  useEffect(() => {
    if (typed.peek() !== null) latest.current.layOutSoon()
  }, [stamp])
  // A field that disappears, as when another slide is shown, applies what was typed.
  useEffect(() => () => latest.current.apply(), [])
  return { text: typed.value ?? text, ...actions }
}
