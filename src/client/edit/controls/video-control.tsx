import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { VideoPlayer } from '../../../model/wire/video-player.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { propertiesOf } from '../schema.ts'
import { useText } from '../use-text.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { FilmDrop } from './film-drop.tsx'
import { ObjectControl } from './object-control.tsx'
import { PictureDrop } from './picture-drop.tsx'

/** Fields that the preview and the address stand for. */
const special = ['src', 'poster', 'poster_time', 'start', 'end']

/** A video: a file or an address, seen in the panel, with its start, its end and its poster. */
export function VideoControl(props: ControlProps) {
  const { editor, path, field, labelId, Inner } = props
  const { deck, words } = editor
  const own = words.controls.video
  const value = valueAt(deck.value, path)
  const isBlock = field.names.includes('block')
  const isNamed = isBlock || isObject(value)
  const source = isObject(value) ? value.src : value
  /** Sets a field of the video, which gets names for its parts with the first one. */
  const put = (fields: Readonly<Record<string, JsonValue | undefined>>) => {
    const set = Object.entries(fields)
    if (isNamed) return editor.edit(set.flatMap(([name, next]) => opsToSet(deck.value, [...path, name], next)))
    const given = Object.fromEntries(set.filter(([, next]) => next !== undefined)) as Record<string, JsonValue>
    editor.edit(opsToSet(deck.value, path, { src: source ?? '', ...given }))
  }
  const schemas = propertiesOf(editor.schema, 'videoObject')
  const settings = Object.fromEntries(Object.entries(schemas).filter(([name]) => !special.includes(name)))
  const sourcePath = isNamed ? [...path, 'src'] : path
  return (
    <fieldset class="ui-edit-video" aria-labelledby={labelId}>
      <Preview editor={editor} hasSource={!isBlank(source)} onPut={put} />
      <FilmDrop editor={editor} path={sourcePath} />
      <div class="ui-edit-row">
        <AddressField editor={editor} path={sourcePath} label={own.address} />
        {!isBlank(source) && (
          <IconButton
            name="remove"
            title={own.remove}
            onClick={() => editor.edit(opsToSet(deck.value, isBlock ? sourcePath : path, undefined))}
          />
        )}
      </div>
      {isNamed && !isBlank(source) && (
        <>
          <div class="ui-edit-times">
            {['start', 'end'].map((name) => (
              <Inner key={name} editor={editor} schema={schemas[name]!} path={[...path, name]} title={name} />
            ))}
          </div>
          <Inner editor={editor} schema={schemas.poster_time!} path={[...path, 'poster_time']} title="poster_time" />
          <Inner editor={editor} schema={schemas.poster!} path={[...path, 'poster']} title="poster" />
          <ObjectControl {...props} field={{ ...field, schema: { ...field.schema, properties: settings } }} />
        </>
      )}
      {!isNamed && !isBlank(source) && (
        <>
          <p class="ui-edit-name">{own.poster}</p>
          <PictureDrop editor={editor} path={path} opsFor={([first], deck, at) => opsForPoster(deck, at, first)} />
          <button type="button" class="ui-edit-link" onClick={() => put({})}>
            {words.panel.more}
          </button>
        </>
      )}
    </fieldset>
  )
}

/** The operations that give a video a poster; one that is only an address gets names for its parts. */
function opsForPoster(deck: JsonValue, path: NodePath, poster: string): EditOp[] {
  const video = valueAt(deck, path)
  return isObject(video)
    ? opsToSet(deck, [...path, 'poster'], poster)
    : opsToSet(deck, path, { src: video ?? '', poster })
}

/** The address or the path. What is to be said about it is told while it is typed. */
function AddressField({ editor, path, label }: { editor: Editor; path: ControlProps['path']; label: string }) {
  const { deck } = editor
  const value = valueAt(deck.value, path)
  const typed = useText(editor, {
    path,
    text: isBlank(value) || typeof value === 'object' ? '' : String(value),
    opsFor: (text, deck) => opsToSet(deck, path, text.trim()),
  })
  return (
    <input
      class="ui-edit-input"
      aria-label={label}
      placeholder={label}
      spellcheck={false}
      value={typed.text}
      onInput={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') typed.apply()
        else if (event.key === 'Escape') typed.cancel()
        else return
        event.stopPropagation()
      }}
    />
  )
}

interface PreviewProps {
  editor: Editor
  hasSource: boolean
  onPut(fields: Readonly<Record<string, JsonValue>>): void
}

/** The film, if it is a file: where it stands can become its start, its end or its poster. */
function Preview({ editor, hasSource, onPut }: PreviewProps) {
  const { words, shown } = editor
  shown.value
  const own = words.controls.video
  const film = useRef<HTMLVideoElement>(null)
  const isReady = useSignal(false)
  const source = hasSource ? fileOnSlide(editor) : null
  if (source === null) return null
  const now = () => Math.round((film.current?.currentTime ?? 0) * 10) / 10
  const act = (label: string, name: string) => (
    <button type="button" class="ui-edit-button" disabled={!isReady.value} onClick={() => onPut({ [name]: now() })}>
      {label}
    </button>
  )
  return (
    <div class="ui-edit-film">
      {/* biome-ignore lint/a11y/useMediaCaption: the slide has the captions */}
      <video
        ref={film}
        src={source}
        controls
        preload="metadata"
        aria-label={own.preview}
        onLoadedMetadata={() => {
          isReady.value = true
        }}
      />
      <div class="ui-edit-film-tools">
        {act(own.startHere, 'start')}
        {act(own.endHere, 'end')}
        {act(own.posterHere, 'poster_time')}
      </div>
    </div>
  )
}

/** The address of the film file that the slide plays; null for none, and for players of providers. */
function fileOnSlide({ show }: Editor): string | null {
  const section = show.page.slides[show.index()]
  const facade = section?.querySelector<HTMLElement>('.facade[data-player]')
  if (!facade) return null
  const player = JSON.parse(facade.dataset.player ?? 'null') as VideoPlayer | null
  // Without the part after `#`, which tells the player of the slide where to begin.
  return player?.kind === 'file' ? player.src.replace(/#.*/, '') : null
}
