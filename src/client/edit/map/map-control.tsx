import { useEffect } from 'preact/hooks'
import type { ControlProps } from '../controls/control.ts'
import { ItemList } from '../controls/item-list.tsx'
import { ItemTools } from '../controls/item-tools.tsx'
import { ObjectControl } from '../controls/object-control.tsx'
import { IconButton } from '../icons.tsx'
import { propertiesOf } from '../schema.ts'
import { usePreview } from '../use-preview.ts'
import { isObject, opsToSet, valueAt } from '../values.ts'
import {
  isGeoJson,
  type MapPlace,
  opsToAdd,
  opsToName,
  opsToPlace,
  opsToRemove,
  placesOf,
  withNames,
} from './map-places.ts'
import { PlaceField } from './place-field.tsx'

/** Fields that the list of places stands for. */
const special = ['place', 'lat', 'lng', 'markers']

/** A map: its places, each found while it is typed, then its settings. Pins are moved on the slide. */
export function MapControl(props: ControlProps) {
  const { editor, path, field, labelId, Inner } = props
  const { deck, words } = editor
  const own = words.controls.map
  const value = valueAt(deck.value, path)
  const preview = usePreview(editor, path)
  useEffect(() => {
    // The server reads its places before the first one is typed.
    const ending = new AbortController()
    editor.service.places('', editor.show.page.lang, ending.signal).catch(() => {})
    return () => ending.abort()
  }, [])
  if (isGeoJson(value)) return <ObjectControl {...props} />
  const places = placesOf(deck.value, path)
  const listed = places.filter((place) => place.path.length > path.length)
  const isBlock = field.names.includes('block')
  const put = (ops: ReturnType<typeof opsToSet>) => {
    preview.settle()
    editor.edit(ops)
  }
  const look = (ops: ReturnType<typeof opsToSet> | null) => (ops ? preview.show(ops) : preview.clear())
  const settings = isObject(value) ? withoutSpecial(field.schema.properties ?? {}) : null
  return (
    <fieldset class="ui-edit-map" aria-labelledby={labelId}>
      <ItemList
        editor={editor}
        path={listed[0]?.path.slice(0, -1) ?? path}
        count={listed.length}
        start={places.length - listed.length}
        label={own.places}
      >
        {places.map((place, index) => (
          <li key={index}>
            <div class="ui-edit-card-head">
              <PlaceField
                editor={editor}
                field={{
                  path: place.isObject ? [...place.path, 'place'] : place.path,
                  text: place.text,
                  opsFor: (text, deck) => opsToPlace(deck, path, place, text.trim()),
                }}
                label={own.place.replace('{x}', `${index + 1}`)}
                placeholder={own.find}
                onChoose={preview.settle}
                onLook={(text) => look(text === null ? null : opsToName(deck.value, place, text))}
              />
              {place.path.length > path.length ? (
                <ItemTools
                  editor={editor}
                  path={place.path.slice(0, -1)}
                  index={Number(place.path.at(-1))}
                  count={listed.length}
                  name={place.text}
                />
              ) : (
                <IconButton
                  name="remove"
                  title={`${own.remove}: ${place.text}`}
                  onClick={() => put(opsToRemove(deck.value, path, place))}
                />
              )}
            </div>
            {place.path.length > path.length && <PlaceSettings {...{ editor, Inner, place }} />}
          </li>
        ))}
        <li key="new">
          <PlaceField
            editor={editor}
            field={{
              path: opsToAdd(deck.value, path, '?', isBlock).at(-1)?.path ?? path,
              text: '',
              opsFor: (text, deck) => (text.trim() === '' ? [] : opsToAdd(deck, path, text.trim(), isBlock)),
            }}
            label={own.find}
            placeholder={own.find}
            onChoose={preview.settle}
            onLook={(text) => look(text === null ? null : opsToAdd(deck.value, path, text, isBlock))}
          />
        </li>
      </ItemList>
      <p class="ui-edit-note">{own.hint}</p>
      {settings ? (
        <ObjectControl {...props} field={{ ...field, schema: { ...field.schema, properties: settings } }} />
      ) : (
        places.length > 0 && (
          <button
            type="button"
            class="ui-edit-link"
            onClick={() => editor.edit(opsToSet(deck.value, path, withNames(value)))}
          >
            {words.panel.more}
          </button>
        )
      )}
    </fieldset>
  )
}

const withoutSpecial = <T,>(properties: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !special.includes(name)))

/** The label, the kind and the value of a place of a list. */
function PlaceSettings({ editor, Inner, place }: Pick<ControlProps, 'editor' | 'Inner'> & { place: MapPlace }) {
  const { deck, words } = editor
  if (!place.isObject) {
    const value = withNames(valueAt(deck.value, place.path))
    return (
      <button type="button" class="ui-edit-link" onClick={() => editor.edit(opsToSet(deck.value, place.path, value))}>
        {words.panel.more}
      </button>
    )
  }
  const fields = Object.entries(withoutSpecial(propertiesOf(editor.schema, 'markerObject')))
  return (
    <details class="ui-edit-layout-pictures">
      <summary>{words.panel.more}</summary>
      {fields.map(([name, schema]) => (
        <Inner key={name} editor={editor} schema={schema} path={[...place.path, name]} title={name} />
      ))}
    </details>
  )
}
