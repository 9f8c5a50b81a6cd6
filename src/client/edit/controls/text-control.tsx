import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { langs as allLangs, type Lang } from '../../../model/lang.ts'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { Editor } from '../editor.ts'
import { type TypedText, useText } from '../use-text.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'
import { ItemList } from './item-list.tsx'
import { ItemTools } from './item-tools.tsx'

/** A text in the languages of the deck, one below the other; a list of texts has a field for each. */
export function TextControl(props: ControlProps) {
  const { editor, path } = props
  const value = valueAt(editor.deck.value, path)
  if (!Array.isArray(value)) return <OneText {...props} />
  return (
    <ItemList editor={editor} path={path} count={value.length}>
      {value.map((_, index) => (
        <li key={index}>
          <OneText {...props} path={[...path, index]} />
          {value.length > 1 && <ItemTools {...{ editor, path, index }} count={value.length} />}
        </li>
      ))}
    </ItemList>
  )
}

function OneText({ editor, path, field, labelId }: ControlProps) {
  const { deck, langs, moreLangs } = editor
  const value = valueAt(deck.value, path)
  const own = isObject(value) ? allLangs.filter((lang) => lang in value) : []
  const first = langs.value[0] ?? 'en'
  const shown = allLangs.filter((lang) => [...langs.value, ...moreLangs.value, ...own].includes(lang))
  const isLong = field.names.includes('texts') || path.at(-1) === 'notes'
  return (
    <fieldset class="ui-edit-texts" aria-labelledby={labelId}>
      {shown.map((lang) => (
        <LanguageText
          key={lang}
          editor={editor}
          path={path}
          lang={lang}
          first={first}
          tagged={shown.length > 1}
          isLong={isLong}
          labelId={labelId}
        />
      ))}
    </fieldset>
  )
}

interface LanguageTextProps {
  editor: Editor
  path: NodePath
  lang: Lang
  first: Lang
  /** Whether the language is named. */
  tagged: boolean
  isLong: boolean
  /** The id of the element that names the text. */
  labelId: string
}

function LanguageText({ editor, path, lang, first, tagged, isLong, labelId }: LanguageTextProps) {
  const { deck, words } = editor
  const id = useId()
  const item = path.at(-1)
  const value = valueAt(deck.value, path)
  const typed = useText(editor, {
    path: isObject(value) || lang !== first ? [...path, lang] : path,
    text: textIn(value, lang, first),
    opsFor: (text, deck) => opsForLanguage(deck, path, { lang, first, text }),
  })
  return (
    <div class="ui-edit-language-text">
      {tagged && <span class="ui-edit-lang">{lang}</span>}
      <span id={id} hidden>
        {[typeof item === 'number' ? `${item + 1}` : '', tagged ? words.langs[lang] : ''].join(' ').trim()}
      </span>
      <GrowingText lang={lang} typed={typed} rows={isLong && !tagged ? 3 : 1} labelledBy={`${labelId} ${id}`} />
    </div>
  )
}

/** A field that is as high as its text. */
function GrowingText(props: { lang: string; typed: TypedText; rows: number; labelledBy: string }) {
  const { lang, typed, rows, labelledBy } = props
  const ref = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const { current: area } = ref
    if (!area) return
    // Measured as small as it can be; where there is room, as below the slide, it takes that.
    Object.assign(area.style, { height: 'auto', minHeight: '', alignSelf: 'start' })
    const { scrollHeight } = area
    Object.assign(area.style, { minHeight: `${scrollHeight + 2}px`, alignSelf: '' })
  })
  return (
    <textarea
      ref={ref}
      class="ui-edit-input"
      aria-labelledby={labelledBy}
      lang={lang}
      spellcheck
      rows={rows}
      value={typed.text}
      onInput={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.apply}
      onKeyDown={(event) => {
        if (event.key === 'Escape') typed.cancel()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) typed.apply()
        else return
        event.stopPropagation()
      }}
    />
  )
}

/** The text of a value in a language; a plain one is in the first language. */
function textIn(value: JsonValue | undefined, lang: Lang, first: Lang): string {
  const own = isObject(value) ? value[lang] : lang === first ? value : undefined
  return own === undefined || own === null ? '' : String(own)
}

/** The operations that give a text a language. A text that gets a second one becomes an object. */
export function opsForLanguage(
  deck: JsonValue,
  path: NodePath,
  { lang, first, text }: { lang: Lang; first: Lang; text: string },
): EditOp[] {
  const value = valueAt(deck, path)
  if (isObject(value)) return opsToSet(deck, [...path, lang], text)
  if (lang === first) return opsToSet(deck, path, text)
  if (text.trim() === '') return []
  return opsToSet(deck, path, isBlank(value) ? { [lang]: text } : { [first]: String(value), [lang]: text })
}
