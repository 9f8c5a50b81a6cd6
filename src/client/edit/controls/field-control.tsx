import type { JSX } from 'preact'
import type { Editor } from '../editor.ts'
import { MapControl } from '../map/map-control.tsx'
import { type Field, fieldOf, typesOf } from '../schema.ts'
import { valueAt } from '../values.ts'
import { ChartControl } from './chart-control.tsx'
import { ChoiceControl, FlagControl } from './choice-control.tsx'
import { ColorControl } from './color-control.tsx'
import type { ControlProps, FieldProps } from './control.ts'
import { DeckColorsControl } from './deck-colors-control.tsx'
import { GridControl } from './grid-control.tsx'
import { LayoutControl } from './layout-control.tsx'
import { ListControl } from './list-control.tsx'
import { ObjectControl } from './object-control.tsx'
import { PeopleControl } from './people-control.tsx'
import { BackgroundControl, PictureControl, PicturesControl } from './picture-control.tsx'
import { ProgrammeControl } from './programme-control.tsx'
import { TextControl } from './text-control.tsx'
import { ThemeControl } from './theme-control.tsx'
import { VideoControl } from './video-control.tsx'
import { WordControl } from './word-control.tsx'

type Control = (props: ControlProps) => JSX.Element

/** The controls of definitions that need their own; the first name on the way to a value decides. */
const byName: Readonly<Record<string, Control>> = {
  text: TextControl,
  texts: TextControl,
  tableRows: GridControl,
  timelineRows: ProgrammeControl,
  peopleValue: PeopleControl,
  chartValue: ChartControl,
  chartBlock: ChartControl,
  mapValue: MapControl,
  mapObject: MapControl,
  themeName: ThemeControl,
  videoValue: VideoControl,
  videoObject: VideoControl,
  images: PicturesControl,
  picturePath: PictureControl,
  background: BackgroundControl,
  color: ColorControl,
  colors: DeckColorsControl,
  layout: LayoutControl,
  flag: FlagControl,
}

/** Those that are used whatever the value is; others only for what is no list or object. */
const forAnyValue = new Set([
  'texts',
  'text',
  'tableRows',
  'timelineRows',
  'peopleValue',
  'chartValue',
  'chartBlock',
  'mapValue',
  'mapObject',
  'videoValue',
  'videoObject',
  'images',
  'layout',
  'colors',
])

/** Those whose name stands above several fields. */
const groups: ReadonlySet<Control> = new Set([
  ObjectControl,
  ListControl,
  PicturesControl,
  PeopleControl,
  ChartControl,
  ProgrammeControl,
  MapControl,
  VideoControl,
])

/** Chooses the control of a field: a new field of the schema gets one by itself. */
function controlOf({ names, schema }: Field): Control {
  const types = typesOf(schema)
  const isWhole = types.includes('object') || types.includes('array')
  for (const name of names) {
    const control = byName[name]
    if (control && (forAnyValue.has(name) || !isWhole)) return control
  }
  if (schema.enum) return ChoiceControl
  if (types.includes('array') && !types.includes('string')) return ListControl
  if (types.includes('object') && (schema.properties || schema.additionalProperties)) return ObjectControl
  if (types.includes('array')) return ListControl
  return WordControl
}

/** A field of the deck with its name and, on demand, its meaning. */
export function FieldControl({ editor, schema, path, title = '', labelledBy }: FieldProps) {
  const field = fieldOf(editor.schema, schema, valueAt(editor.deck.value, path), title)
  const Control = controlOf(field)
  const ownId = `field-${path.join('-').replace(/[^\p{L}\p{N}_-]/gu, '_')}`
  const isGroup = groups.has(Control)
  return (
    <div class="ui-edit-field" data-path={path.join('/')}>
      {field.title !== '' && (
        <div class="ui-edit-name">
          <span id={ownId} class={isGroup ? 'ui-edit-group-name' : ''}>
            {field.title}
          </span>
          {field.description !== '' && <Hint text={field.description} words={editor.words} name={field.title} />}
        </div>
      )}
      <Control
        editor={editor}
        path={path}
        field={field}
        labelId={field.title === '' ? (labelledBy ?? ownId) : ownId}
        Inner={FieldControl}
      />
    </div>
  )
}

/** The meaning of a field, behind a question mark. It stands over the field, so it closes as soon as one goes on. */
function Hint({ text, words, name }: { text: string; words: Editor['words']; name: string }) {
  const close = (event: Event & { currentTarget: HTMLDetailsElement }) => {
    event.currentTarget.open = false
  }
  return (
    <details
      class="ui-edit-hint"
      onToggle={({ currentTarget }) => {
        // Not every browser gives the focus to what is clicked.
        if (currentTarget.open) currentTarget.querySelector('summary')?.focus()
      }}
      onFocusOut={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.stopPropagation()
        close(event)
      }}
    >
      <summary aria-label={words.panel.meaning.replace('{x}', name)} title={text}>
        ?
      </summary>
      <p>{text}</p>
    </details>
  )
}
