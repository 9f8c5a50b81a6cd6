import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { movesBefore } from '../slide-edits.ts'
import { markDrag, useDrag } from '../use-drag.ts'

interface ItemListProps {
  editor: Editor
  /** The path of the list whose items are shown. */
  path: NodePath
  /** How many of the elements are items of the list; what follows is not. */
  count: number
  /** How many elements stand before the first item. */
  start?: number
  label?: string
  children: ComponentChildren
}

/** A list whose items are dragged by their grips, and moved with Alt and the arrow keys from wherever the focus is in them. */
export function ItemList({ editor, path, count, start = 0, label, children }: ItemListProps) {
  const list = useRef<HTMLUListElement>(null)
  const items = () => [...(list.current?.children ?? [])].slice(start, start + count)
  const itemOf = (target: EventTarget | null) => {
    const index = items().findIndex((item) => target instanceof Node && item.contains(target))
    return index === -1 ? null : index
  }
  const move = (from: number, before: number) => {
    const [step] = movesBefore([from], before)
    if (step) editor.edit([{ op: 'move', from: [...path, step[0]], path: [...path, step[1]] }])
    return step?.[1] ?? from
  }
  const drag = useDrag(list, {
    items,
    indexAt: ({ target }) => {
      const grip = (target as Element).closest('.ui-edit-grip')
      return grip?.closest('ul') === list.current ? itemOf(grip) : null
    },
    onDrag: (dragged) => markDrag(items(), dragged),
    onDrop: ({ index, before }) => move(index, before),
  })
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const target = event.target as HTMLElement
    const index = itemOf(target)
    const isGrip = target.matches('.ui-edit-grip')
    if (step === undefined || index === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    // A choice opens its list with these keys.
    if (isGrip ? false : !event.altKey || target.matches('select, [role="combobox"]')) return
    event.preventDefault()
    event.stopPropagation()
    const at = focusable(items()[index]).indexOf(target)
    // What was typed is applied before it moves.
    if (!isGrip) target.blur()
    const before = step < 0 ? index - 1 : index + 2
    const to = before < 0 || before > count ? index : move(index, before)
    requestAnimationFrame(() => focusable(items()[to])[at]?.focus())
  }
  return (
    <ul class="ui-edit-items" ref={list} aria-label={label} onKeyDown={onKey} {...drag}>
      {children}
    </ul>
  )
}

const focusable = (item: Element | undefined): HTMLElement[] => [
  ...(item?.querySelectorAll<HTMLElement>('button, input:not([hidden]), textarea, select, summary, [tabindex]') ?? []),
]
