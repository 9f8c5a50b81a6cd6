import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { isPlaceholder } from '../placeholders.ts'
import { propertiesOf } from '../schema.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { FocusPoint } from './focus-point.tsx'
import { ItemList } from './item-list.tsx'
import { ItemTools } from './item-tools.tsx'
import { rowsInClipboard } from './pasted.ts'
import { isBlankPerson, peopleInRows, peopleInText } from './people.ts'
import { PictureDrop } from './picture-drop.tsx'
import { rowsPath } from './rows.ts'
import { TextControl } from './text-control.tsx'

/** The people of a slide as cards: name, role, portrait, remark. Rows of a spreadsheet can be pasted. */
export function PeopleControl(props: ControlProps) {
  const { editor, path: given, labelId, Inner } = props
  const { deck, words } = editor
  const path = listPath(editor, given)
  const value = valueAt(deck.value, path)
  const people = Array.isArray(value) ? value : []
  const inText = Array.isArray(value) ? null : peopleInText(value)
  const isText = !Array.isArray(value) && !isBlank(value)
  const paste = (event: ClipboardEvent) => {
    const field = event.target as Element
    const takesLines = field.closest('.ui-edit-card-long') === null && !isText
    const rows = rowsInClipboard(event.clipboardData, takesLines)
    if (!rows || isText) return
    event.preventDefault()
    const index = Number(field.closest<HTMLElement>('[data-person]')?.dataset.person ?? people.length - 1)
    const pasted = peopleInRows(rows)
    const isNew = isPlaceholder(value, editor.newSlides)
    editor.edit(isNew ? opsToSet(deck.value, path, pasted) : opsToPaste(deck.value, path, people, pasted, index))
  }
  const add = () => {
    editor.edit(opsToSet(deck.value, path, [...people, { name: '' }]))
    focusCard(people.length)
  }
  return (
    <fieldset class="ui-edit-cards" aria-labelledby={labelId} onPaste={paste}>
      {isText && <TextControl {...props} path={path} />}
      {inText && (
        <button type="button" class="ui-edit-link" onClick={() => editor.edit(opsToSet(deck.value, path, inText))}>
          {words.controls.people.asCards}
        </button>
      )}
      <ItemList editor={editor} path={path} count={people.length}>
        {people.map((person, index) => (
          <Card key={index} {...{ editor, Inner, path, person, index, count: people.length }} />
        ))}
      </ItemList>
      {!isText && <IconButton name="add" label title={words.controls.people.add} onClick={add} />}
      {!isText && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: rows are pasted here
        <p class="ui-edit-note ui-edit-paste" tabIndex={0}>
          {words.controls.people.paste}
        </p>
      )}
    </fieldset>
  )
}

/** The path of the list, which each language may have: `{ "kk": [ … ], "ru": [ … ] }`. A text with languages is one value. */
function listPath({ deck, show }: Editor, path: NodePath): NodePath {
  const own = rowsPath(deck.value, path, show.page.lang)
  const value = valueAt(deck.value, path)
  const hasLists = isObject(value) && Object.values(value).some(Array.isArray)
  return hasLists ? own : path
}

interface CardProps extends Pick<ControlProps, 'editor' | 'Inner' | 'path'> {
  person: JsonValue
  index: number
  count: number
}

function Card({ editor, Inner, path, person, index, count }: CardProps) {
  const { words } = editor
  const own: NodePath = [...path, index]
  const name = words.controls.people.person.replace('{x}', `${index + 1}`)
  const cards = isObject(person) ? null : peopleInText(person)
  return (
    <li class="ui-edit-card" data-person={index}>
      <div class="ui-edit-card-head">
        <strong id={`person-${index}`}>{name}</strong>
        <ItemTools editor={editor} path={path} index={index} count={count} name={name} />
      </div>
      {isObject(person) || isBlank(person) ? (
        <PersonFields editor={editor} Inner={Inner} path={own} index={index} />
      ) : (
        <>
          <Inner editor={editor} schema={{ $ref: '#/definitions/person' }} path={own} labelledBy={`person-${index}`} />
          {cards?.length === 1 && (
            <button
              type="button"
              class="ui-edit-link"
              onClick={() => editor.edit(opsToSet(editor.deck.value, own, cards[0]))}
            >
              {words.controls.people.asCards}
            </button>
          )}
        </>
      )}
    </li>
  )
}

/** Fields that have no line of their own: the first one has the portrait, the others belong to it. */
const ofPortrait = ['img_path', 'img_focus', 'img_alt']

function PersonFields({
  editor,
  Inner,
  path,
  index,
}: Pick<ControlProps, 'editor' | 'Inner' | 'path'> & { index: number }) {
  const { deck, words } = editor
  const schemas = propertiesOf(editor.schema, 'personObject')
  const picture = valueAt(deck.value, [...path, 'img_path'])
  const remove = () => editor.edit(opsToSet(deck.value, [...path, 'img_path'], undefined))
  return (
    <>
      {Object.entries(schemas)
        .filter(([name]) => !ofPortrait.includes(name))
        .map(([name, schema]) => (
          <div key={name} class={name === 'note' ? 'ui-edit-card-long' : ''}>
            <Inner editor={editor} schema={schema} path={[...path, name]} title={name} />
          </div>
        ))}
      <div class="ui-edit-portrait">
        {typeof picture === 'string' && picture.trim() !== '' && (
          <>
            <FocusPoint
              editor={editor}
              path={[...path, 'img_path']}
              index={0}
              source={picture}
              shown={{ selector: '.people img', at: portraitsBefore(editor, path, index) }}
            />
            <div class="ui-edit-row">
              <span class="ui-edit-file">{picture}</span>
              <IconButton name="remove" title={words.picture.remove} onClick={remove} />
            </div>
          </>
        )}
        <PictureDrop
          editor={editor}
          path={[...path, 'img_path']}
          opsFor={([first], deck, at) => opsToSet(deck, at, first)}
        />
        {picture !== undefined && schemas.img_alt && (
          <Inner editor={editor} schema={schemas.img_alt} path={[...path, 'img_alt']} title="img_alt" />
        )}
      </div>
    </>
  )
}

/** How many people before one have a portrait of their own. */
function portraitsBefore({ deck }: Editor, path: NodePath, index: number): number {
  const people = valueAt(deck.value, path.slice(0, -1))
  const before = Array.isArray(people) ? people.slice(0, index) : []
  return before.filter((one) => isObject(one) && !isBlank(one.img_path)).length
}

/** The operations that put pasted people after one, or in place of one of whom nothing is known yet. */
export function opsToPaste(
  deck: JsonValue,
  path: NodePath,
  people: readonly JsonValue[],
  pasted: readonly JsonValue[],
  index: number,
): EditOp[] {
  if (!Array.isArray(valueAt(deck, path))) return opsToSet(deck, path, [...pasted])
  const isFree = isBlankPerson(people[index]) && index >= 0 && index < people.length
  const removed: EditOp[] = isFree ? [{ op: 'remove', path: [...path, index] }] : []
  const at = isFree ? index : index + 1
  return [...removed, ...pasted.map((value, i): EditOp => ({ op: 'insert', path: [...path, at + i], value }))]
}

function focusCard(index: number): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-person="${index}"] :is(textarea, input)`)?.focus(),
  )
}
