import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { langs as allLangs } from '../../model/lang.ts'
import type { NodePath } from '../../model/source.ts'
import { FieldControl } from './controls/field-control.tsx'
import { type Editor, inSlide, type PanelTab } from './editor.ts'
import { FindingList } from './finding-list.tsx'
import { IconButton } from './icons.tsx'
import { KeptTextList } from './kept-text-list.tsx'
import { isRemovable, MoreFields } from './more-fields.tsx'
import { fieldOf, propertiesOf, type Schema } from './schema.ts'
import { isBelow, isBlank, valueAt } from './values.ts'

const tabs: readonly PanelTab[] = ['slide', 'deck', 'findings']

/** The panel at the right: the fields of the slide, those of the deck, the findings. */
export function Panel({ editor }: { editor: Editor }) {
  const { words, tab } = editor
  const body = useRef<HTMLDivElement>(null)
  // Each tab is read from its beginning on.
  useLayoutEffect(() => body.current?.scrollTo(0, 0), [tab.value])
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    tab.value = tabs[(tabs.indexOf(tab.value) + step + tabs.length) % tabs.length]!
    document.getElementById(`ui-edit-tab-${tab.value}`)?.focus()
  }
  return (
    <>
      <KeptTextList editor={editor} />
      <div class="ui-edit-tabs" role="tablist" aria-label={words.panel.title} onKeyDown={onKey}>
        {tabs.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`ui-edit-tab-${name}`}
            aria-controls="ui-edit-tab-panel"
            aria-selected={tab.value === name}
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => {
              tab.value = name
            }}
          >
            {words.panel.tabs[name]}
          </button>
        ))}
      </div>
      <div
        class="ui-edit-body"
        ref={body}
        role="tabpanel"
        id="ui-edit-tab-panel"
        aria-labelledby={`ui-edit-tab-${tab.value}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
      >
        {tab.value !== 'findings' && <Languages editor={editor} />}
        {tab.value === 'slide' && <SlideFields editor={editor} key={editor.visits.value} />}
        {tab.value === 'deck' && <DeckFields editor={editor} />}
        {tab.value === 'findings' && <FindingList editor={editor} />}
      </div>
    </>
  )
}

/** The languages in which the panel shows texts on demand, besides those of the deck. */
function Languages({ editor }: { editor: Editor }) {
  const { words, langs, moreLangs } = editor
  const others = allLangs.filter((lang) => !langs.value.includes(lang))
  if (others.length === 0) return null
  return (
    <fieldset class="ui-edit-langs" aria-labelledby="ui-edit-add-languages">
      <span id="ui-edit-add-languages">{words.panel.languages}</span>
      {others.map((lang) => {
        const isShown = moreLangs.value.includes(lang)
        return (
          <button
            type="button"
            key={lang}
            data-lang={lang}
            aria-pressed={isShown}
            onClick={() => {
              moreLangs.value = isShown ? moreLangs.value.filter((one) => one !== lang) : [...moreLangs.value, lang]
            }}
          >
            {words.values[lang]}
          </button>
        )
      })}
    </fieldset>
  )
}

/** Fields that a slide shows even when they are empty, and one that stands elsewhere. */
const always = ['title', 'text', 'block']
const elsewhere = ['notes']

function SlideFields({ editor }: { editor: Editor }) {
  const { current, deck, block } = editor
  const path = inSlide(editor, current.value)
  const fields = Object.entries(propertiesOf(editor.schema, 'slide')).filter(([name]) => !elsewhere.includes(name))
  const isFilled = ([name]: [string, Schema]) =>
    always.includes(name) ? !isReplaced(editor, path, name) : !isBlank(valueAt(deck.value, [...path, name]))
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Another slide is read from its first field on.
    if (!block.peek()) list.current?.closest('.ui-edit-body')?.scrollTo(0, 0)
  }, [])
  useEffect(() => {
    list.current?.querySelector('.ui-edit-chosen')?.scrollIntoView({ block: 'nearest' })
  }, [block.value])
  return (
    <div ref={list}>
      {fields.filter(isFilled).map(([name, schema]) => (
        <div key={name} class={isChosen(block.value, [...path, name]) ? 'ui-edit-part ui-edit-chosen' : 'ui-edit-part'}>
          <FieldControl editor={editor} schema={schema} path={[...path, name]} title={name} />
          {isRemovable(name) && <RemoveField editor={editor} schema={schema} path={[...path, name]} />}
        </div>
      ))}
      <MoreFields editor={editor} path={path} fields={fields.filter((field) => !isFilled(field))} />
    </div>
  )
}

/** Takes a field off the slide. */
function RemoveField({ editor, schema, path }: { editor: Editor; schema: Schema; path: NodePath }) {
  const { title } = fieldOf(editor.schema, schema, undefined)
  return (
    <div class="ui-edit-remove-field">
      <IconButton
        name="remove"
        title={editor.words.panel.removeFromSlide.replace('{x}', title)}
        onClick={() => editor.edit([{ op: 'remove', path }])}
      />
    </div>
  )
}

const isChosen = (block: NodePath | null, path: NodePath) => block !== null && isBelow(block, path)

/** Whether a slide that has blocks needs no short field of this name. */
function isReplaced({ deck }: Editor, path: NodePath, name: string): boolean {
  if (name === 'block') return false
  const blocks = valueAt(deck.value, [...path, 'blocks'])
  return Array.isArray(blocks) && blocks.length > 0 && isBlank(valueAt(deck.value, [...path, name]))
}

function DeckFields({ editor }: { editor: Editor }) {
  const fields = Object.entries(propertiesOf(editor.schema)).filter(
    ([name]) => name !== 'content' && name !== '$schema',
  )
  return (
    <div>
      {fields.map(([name, schema]) => (
        <div key={name} class="ui-edit-part">
          <FieldControl editor={editor} schema={schema} path={[name]} title={name} />
        </div>
      ))}
    </div>
  )
}
