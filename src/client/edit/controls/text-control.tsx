import { useLayoutEffect, useRef } from 'preact/hooks'
import { langs as allLangs, type Lang } from '../../../model/lang.ts'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { Editor } from '../editor.ts'
import { type TypedText, useText } from '../use-text.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** A text in the languages of the deck, one below the other; a list of texts has a field for each. */
export function TextControl(props: ControlProps) {
  const value = valueAt(props.editor.deck.value, props.path)
  if (!Array.isArray(value)) return <OneText {...props} />
  return (
    <ul class="ui-edit-items">
      {value.map((_, index) => (
        <li key={index}>
          <OneText {...props} path={[...props.path, index]} />
        </li>
      ))}
    </ul>
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
          label={field.title}
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
  label: string
}

function LanguageText({ editor, path, lang, first, tagged, isLong, label }: LanguageTextProps) {
  const { deck, words } = editor
  const value = valueAt(deck.value, path)
  const typed = useText(editor, {
    path: isObject(value) || lang !== first ? [...path, lang] : path,
    text: textIn(value, lang, first),
    opsFor: (text) => opsForLanguage(deck.value, path, { lang, first, text }),
  })
  return (
    <div class="ui-edit-language-text">
      {tagged && <span class="ui-edit-lang">{lang}</span>}
      <GrowingText
        lang={lang}
        typed={typed}
        rows={isLong && !tagged ? 3 : 1}
        label={tagged ? `${label} ${words.langs[lang]}` : label}
      />
    </div>
  )
}

/** A field that is as high as its text. */
function GrowingText(props: { lang: string; typed: TypedText; rows: number; label: string }) {
  const { lang, typed, rows, label } = props
  const ref = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const { current: area } = ref
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  })
  return (
    <textarea
      ref={ref}
      class="ui-edit-input"
      aria-label={label}
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
