import type { NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { Icon, IconButton } from '../icons.tsx'

/** What the tools of an item are given. */
interface ItemToolsProps {
  editor: Editor
  /** The path of the list. */
  path: NodePath
  index: number
  count: number
  /** The name of the item, if the list has several tools of one name. */
  name?: string
  /** Takes the item away, if that is more than an edit of the list. */
  onRemove?(): void
}

/** Moves an item of an `ItemList`, and takes it away. The focus goes along. */
export function ItemTools({ editor, path, index, count, name, onRemove }: ItemToolsProps) {
  const { words } = editor
  const titled = (title: string) => (name === undefined ? title : `${title}: ${name}`)
  const move = (to: number, event: MouseEvent) => {
    editor.edit([{ op: 'move', from: [...path, index], path: [...path, to] }])
    focusTool(event.currentTarget as Element, to - index)
  }
  return (
    <div class="ui-edit-item-tools">
      <button
        type="button"
        class="ui-edit-button ui-edit-grip"
        title={titled(words.panel.move)}
        aria-label={titled(words.panel.move)}
        hidden={count < 2}
      >
        <Icon name="grip" />
      </button>
      <IconButton
        name="up"
        title={titled(words.panel.up)}
        disabled={index === 0}
        onClick={(event) => move(index - 1, event)}
      />
      <IconButton
        name="down"
        title={titled(words.panel.down)}
        disabled={index === count - 1}
        onClick={(event) => move(index + 1, event)}
      />
      <IconButton
        name="remove"
        title={titled(words.panel.removeItem)}
        onClick={onRemove ?? (() => editor.edit([{ op: 'remove', path: [...path, index] }]))}
      />
    </div>
  )
}

/** Gives the focus to the same tool of the item so many places further. */
function focusTool(button: Element, by: number): void {
  const item = button.closest('li')
  const at = [...(button.parentElement?.children ?? [])].indexOf(button)
  const next = by < 0 ? item?.previousElementSibling : item?.nextElementSibling
  requestAnimationFrame(() => {
    const tools = [...(next?.querySelector('.ui-edit-item-tools')?.querySelectorAll('button') ?? [])]
    const wanted = tools[at]
    wanted?.focus()
  })
}
