import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { IconButton } from '../icons.tsx'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import { ColorControl } from './color-control.tsx'
import type { ControlProps } from './control.ts'
import { FocusPoint } from './focus-point.tsx'
import { ItemList } from './item-list.tsx'
import { ItemTools } from './item-tools.tsx'
import { PictureDrop } from './picture-drop.tsx'
import { WordControl } from './word-control.tsx'

/** One picture: chosen, dropped or pasted, or by its path. */
export function PictureControl(props: ControlProps) {
  const { editor, path } = props
  return (
    <div class="ui-edit-picture">
      <PictureDrop editor={editor} path={path} opsFor={([first], deck, at) => opsToSet(deck, at, first)} />
      <WordControl {...props} />
    </div>
  )
}

/** The background of a slide: a picture or a colour. */
export function BackgroundControl(props: ControlProps) {
  const { editor, path } = props
  return (
    <div class="ui-edit-picture">
      <PictureDrop editor={editor} path={path} opsFor={([first], deck, at) => opsToSet(deck, at, first)} />
      <ColorControl {...props} />
    </div>
  )
}

/** The pictures of a slide or block, one or several, each with the point that stays visible. */
export function PicturesControl({ editor, path, labelId, Inner }: ControlProps) {
  const { words, deck } = editor
  const value = valueAt(deck.value, path)
  const items = picturesIn(value)
  const put = (next: readonly JsonValue[]) =>
    editor.edit(opsToSet(deck.value, path, next.length > 1 ? [...next] : next[0]))
  const remove = (index: number) => put(items.filter((_, other) => other !== index))
  const itemPath = (index: number): NodePath => (Array.isArray(value) ? [...path, index] : path)
  return (
    <fieldset class="ui-edit-pictures" aria-labelledby={labelId}>
      <ItemList editor={editor} path={path} count={Array.isArray(value) ? items.length : 0}>
        {items.map((item, index) => (
          <li class="ui-edit-picture-item" key={index}>
            <FocusPoint editor={editor} path={path} index={index} source={sourceOf(item)} />
            <div class="ui-edit-row">
              <span class="ui-edit-file">{sourceOf(item)}</span>
              {items.length > 1 ? (
                <ItemTools
                  {...{ editor, path, index }}
                  count={items.length}
                  name={`${words.picture.picture} ${index + 1}`}
                  onRemove={() => remove(index)}
                />
              ) : (
                <IconButton name="remove" title={words.picture.remove} onClick={() => remove(index)} />
              )}
            </div>
            {isObject(item) && (
              <Inner
                editor={editor}
                schema={{ $ref: '#/definitions/imageObject' }}
                path={itemPath(index)}
                labelledBy={labelId}
              />
            )}
          </li>
        ))}
      </ItemList>
      <PictureDrop
        editor={editor}
        path={path}
        several
        opsFor={(added, deck, at) => opsToAddPictures(deck, at, added)}
      />
    </fieldset>
  )
}

/** The pictures of a field, which has a list of them or one. */
export const picturesIn = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? value : isBlank(value) ? [] : [value as JsonValue]

/** The operations that put pictures behind those of a field, by their paths. Others may have been added meanwhile. */
export function opsToAddPictures(deck: JsonValue, path: NodePath, added: readonly string[]): EditOp[] {
  const next = [...picturesIn(valueAt(deck, path)), ...added]
  return opsToSet(deck, path, next.length > 1 ? next : next[0])
}

const sourceOf = (item: JsonValue): string =>
  isObject(item) ? (typeof item.src === 'string' ? item.src : '') : item === null ? '' : String(item)
