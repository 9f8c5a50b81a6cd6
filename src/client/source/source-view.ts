import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, ChangeSet, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Edit } from '../../model/source.ts'
import type { DraftMarks, SourceMarks } from '../../model/wire/source-marks.ts'
import { slideOfPath } from '../edit/values.ts'
import { readSession, writeSession } from '../parts/storage.ts'
import { completeDeck } from './complete.ts'
import { offsetOf, placeAt } from './json-place.ts'
import { difference, shownText } from './line-ends.ts'
import { keepStyles } from './shadow-styles.ts'
import type { SourceView, SourceViewParts } from './source-module.ts'
import { makeSourceSync } from './source-sync.ts'

/** Marks changes that others have made: they are not typed, and not undone here. */
const fromFile = Annotation.define<true>()

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: '#8fc7ff' },
  { tag: tags.string, color: '#e8e3d0' },
  { tag: [tags.number, tags.bool, tags.null], color: '#f0b860' },
  { tag: tags.punctuation, color: '#a9b4c0' },
])

const theme = EditorView.theme(
  {
    '&': { height: '100%', color: '#f1f4f7', backgroundColor: '#11171e' },
    '.cm-scroller': { fontFamily: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace', fontSize: '14px' },
    '.cm-gutters': { backgroundColor: '#11171e', color: '#a9b4c0', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: '#1b2530' },
    '.cm-cursor': { borderLeftColor: '#f1f4f7' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: '#2f4a66 !important' },
    '.cm-tooltip': { backgroundColor: '#1b232d', color: '#f1f4f7', border: '1px solid #46586b', maxWidth: '440px' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: '#0b5c8f', color: '#fff' },
    '.cm-completionDetail': { color: '#c3ccd6', fontStyle: 'normal' },
    '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: '#fff' },
    '.cm-panels': { backgroundColor: '#1b232d', color: '#f1f4f7' },
    '.cm-panels.cm-panels-top': { borderBottom: '1px solid #46586b' },
    '.cm-panel.cm-search': { padding: '8px 36px 8px 10px', fontSize: '14px' },
    '.cm-panel.cm-search label': { fontSize: '14px' },
    '.cm-panel :is(.cm-textfield, .cm-button)': {
      minHeight: '30px',
      color: '#f1f4f7',
      backgroundColor: '#11171e',
      backgroundImage: 'none',
      border: '1px solid #5b6875',
      borderRadius: '4px',
      fontSize: '14px',
    },
    '.cm-panel.cm-search [name=close]': {
      top: '8px',
      right: '8px',
      padding: '2px 8px',
      fontSize: '18px',
      color: '#f1f4f7',
    },
    '.cm-searchMatch': { backgroundColor: '#5c5320' },
    '.cm-searchMatch-selected': { backgroundColor: '#8a6d00' },
    '.cm-selectionMatch': { backgroundColor: '#2b3f52' },
    '.cm-diagnostic': { whiteSpace: 'normal', padding: '6px 10px' },
    '.cm-diagnosticAction': { backgroundColor: '#8fc7ff', color: '#06121f', fontWeight: '600', padding: '4px 10px' },
  },
  { dark: true },
)

/** Opens the source view at the slide that is shown. It stands in a shadow root, since its styles would not be let into the page. */
export function openSourceView({ editor, host, onState }: SourceViewParts): SourceView {
  const source = editor.source.peek()
  const start = { text: source?.text ?? '', hash: source?.hash ?? '' }
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const name = `source-draft ${location.pathname}`
  const { words } = editor
  const saveNow = () => {
    void sync.flush()
    return true
  }
  const view = new EditorView({
    root,
    state: EditorState.create({
      doc: shownText(start.text).text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        indentUnit.of(/^[{[]\r?\n(\t| {1,8})/.exec(start.text)?.[1] ?? '  '),
        json(),
        syntaxHighlighting(colors),
        lintGutter(),
        autocompletion({ override: [completeDeck(editor.schema, () => editor.deck.peek())], icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': words.source.title, spellcheck: 'false' }),
        EditorState.phrases.of(words.controls.code),
        search({ top: true }),
        highlightSelectionMatches(),
        EditorState.readOnly.of(source?.readOnly ?? false),
        theme,
        keymap.of([
          { key: 'Mod-s', preventDefault: true, run: saveNow },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          const isTyped = update.docChanged && !update.transactions.every((one) => one.annotation(fromFile))
          if (isTyped) sync.typed()
          if (update.selectionSet || isTyped) follow()
        }),
      ],
    }),
  })
  const text = () => view.state.doc.toString()
  const apply = (remote: Edit, local: Edit | null, base: string) => {
    const changes = changeSet(remote, base.length)
    view.dispatch({
      changes: local ? changes.map(changeSet(local, base.length)) : changes,
      annotations: fromFile.of(true),
    })
  }
  /** The path of the slides in the text, where they may stand under a word. */
  const slidesPath = () => editor.source.peek()?.slides ?? editor.slidesPath.peek()
  const cursorSlide = () => slideOfPath(placeAt(text(), view.state.selection.main.head).path, slidesPath())
  /** Shows the slide that the cursor is in. */
  const follow = () => {
    const index = cursorSlide()
    if (index !== null && index !== editor.current.peek()) editor.goTo(index)
  }
  const goToSlide = (index: number) => {
    const offset = offsetOf(text(), [...slidesPath(), index])
    if (offset === null) return
    view.dispatch({
      selection: { anchor: offset },
      effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: 24 }),
    })
  }
  let markedKey = ''
  const showMarks = async () => {
    const { hash, marks } = await editor.service.marks()
    const file = sync.file()
    const key = JSON.stringify([hash, marks])
    // New marks would take the repair away that somebody is about to choose.
    if (hash !== file.hash || key === markedKey) return
    markedKey = key
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(marks)))
  }
  const showDraftMarks = ({ marks }: DraftMarks) => {
    markedKey = ''
    view.dispatch(
      setDiagnostics(
        view.state,
        diagnosticsAt(marks, (offset) => offset),
      ),
    )
  }
  const diagnosticsOf = (marks: SourceMarks['marks']): Diagnostic[] => {
    const { shown } = sync.file()
    const typed = difference(shown.text, text())
    const now = typed && changeSet(typed, shown.text.length)
    return diagnosticsAt(marks, (offset) => {
      const at = Math.min(shown.toShown(offset), shown.text.length)
      return now ? now.mapPos(at) : at
    })
  }
  /** The findings as the view marks them. `place`: where an offset is in the text that is shown. */
  const diagnosticsAt = (marks: SourceMarks['marks'], place: (offset: number) => number): Diagnostic[] => {
    return marks.map(({ start: from, end: to, severity, message, edits }) => ({
      from: place(from),
      to: Math.max(place(from), place(to)),
      severity,
      message: message.replaceAll('`', ''),
      actions:
        edits.length === 0
          ? []
          : [
              {
                name: words.findings.fix,
                apply: () =>
                  view.dispatch({
                    changes: edits.map((edit) => ({ from: place(edit.start), to: place(edit.end), insert: edit.text })),
                  }),
              },
            ],
    }))
  }
  /** The marks of the file are those of what is shown, unless a draft is. */
  const marksSoon = () => void (sync.isDraft() ? Promise.resolve() : showMarks()).catch(() => {})
  onState({ kind: 'saved' })
  const sync = makeSourceSync({ editor, start, name, text, apply, onState, onRead: marksSoon, onDraft: showDraftMarks })
  root.replaceChildren(...root.querySelectorAll('style'), view.dom)
  const endStyles = keepStyles(root)
  goToSlide(editor.current.peek())
  // A page that is loaded again goes on where the cursor was.
  const cursorName = `source-open ${location.pathname}`
  const cursor = readSession(cursorName)
  writeSession(cursorName, '')
  if (cursor !== null) {
    const offset = Math.min(Number(cursor) || 0, view.state.doc.length)
    view.dispatch({ selection: { anchor: offset }, effects: EditorView.scrollIntoView(offset, { y: 'center' }) })
  }
  const leave = () => writeSession(cursorName, `${view.state.selection.main.head}`)
  addEventListener('pagehide', leave)
  marksSoon()
  const offs = [
    editor.source.subscribe((next) => {
      if (next && next.hash !== sync.file().hash) void sync.pull()
    }),
    editor.findings.subscribe(marksSoon),
    editor.current.subscribe((index) => {
      // Whoever types decides which slide is shown.
      if (!view.hasFocus && cursorSlide() !== index) goToSlide(index)
    }),
  ]
  view.focus()
  return {
    close: () => {
      for (const off of offs) off()
      removeEventListener('pagehide', leave)
      void sync.flush()
      endStyles()
      view.destroy()
    },
  }
}

const changeSet = ({ start, end, text }: Edit, length: number): ChangeSet =>
  ChangeSet.of({ from: start, to: end, insert: text }, length)
