import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Lang } from '../../model/lang.ts'
import type { Edit, JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { Editor as OtherEditor } from '../../model/wire/edit-service.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import type { EditWords } from '../../model/wire/edit-words.ts'
import type { FindingsView, FindingView } from '../../model/wire/serve-pages.ts'
import type { Show } from '../show/show.ts'
import type { DraftLayout } from './draft-layout.ts'
import type { History } from './history.ts'
import type { KeptTexts } from './kept-texts.ts'
import type { Saver, SaverParts } from './saver.ts'
import type { DeckSchema } from './schema.ts'
import type { EditService } from './service.ts'
import { afterOps, isObject, valueAt } from './values.ts'

/** The part of the panel that is shown. */
export type PanelTab = 'slide' | 'deck' | 'findings'

/** A text that is open on the slide, and how it stands there. */
export interface OpenText {
  path: NodePath
  /** The place of its box. Units: px of the stage. */
  box: { x: number; y: number; width: number; height: number }
  /** The style of its letters. */
  style: { fontFamily: string; fontSize: number; fontWeight: string; lineHeight: number; textAlign: string }
  lang: string
}

/** An editor of a deck: what it knows, and what can be done. Indexes of slides are those in the file. */
export interface Editor {
  words: EditWords
  schema: DeckSchema
  /** The names of themes to choose from; a deck may name others. */
  themes: readonly string[]
  /** What stands on new slides until it is replaced, in each language of decks. */
  newSlides: Readonly<Record<Lang, EditWords['newSlide']>>
  show: Show
  service: EditService
  saver: Saver
  history: History
  kept: KeptTexts
  drafts: DraftLayout
  /** The file as it is, or will be once everything is saved; null until it was read. */
  source: ReadonlySignal<EditSource | null>
  deck: ReadonlySignal<JsonValue>
  /** The hash of the file as it is, as far as it is known. */
  hash: ReadonlySignal<string>
  /** The path of the list of slides. */
  slidesPath: ReadonlySignal<NodePath>
  slides: ReadonlySignal<readonly JsonValue[]>
  /** The index of the slide that is shown. */
  current: Signal<number>
  /** The indexes of the slides that are selected, the current one among them. */
  selected: Signal<ReadonlySet<number>>
  /** The path of the block that is selected on the slide. */
  block: Signal<NodePath | null>
  /** The text that is open on the slide. */
  openText: Signal<OpenText | null>
  /** What is to be said about the text that is being typed. */
  draftFindings: Signal<readonly FindingView[]>
  tab: Signal<PanelTab>
  /** A sentence about what was just done; empty if there is none. */
  notice: Signal<string>
  /** Whether texts are being found and replaced. */
  isReplacing: Signal<boolean>
  /** Whether the file itself is shown. */
  isSource: Signal<boolean>
  findings: Signal<FindingsView | null>
  /** The others who edit the deck. */
  others: Signal<readonly OtherEditor[]>
  /** Counts up when the page shows something new. */
  shown: Signal<number>
  /** The languages of the deck, the first one first. */
  langs: ReadonlySignal<readonly Lang[]>
  /** Further languages in which the panel shows texts. */
  moreLangs: Signal<readonly Lang[]>
  /** Makes an edit; `onSaved` is called once it is in the file. */
  edit(ops: readonly EditOp[], onSaved?: () => void): void
  /** Changes the text of the file itself, as a repair does. */
  change(changes: readonly Edit[]): void
  step(way: 'undo' | 'redo'): void
  /** Reads the file anew. */
  reload(): Promise<void>
  /** Shows a slide. */
  goTo(index: number): void
  /** The number of a slide among those that are shown, from 1 on; null if it is not shown. */
  numberOf(index: number): number | null
  /** Selects slides that an edit has just made or moved, and shows the first one as soon as the page has it. */
  expect(indexes: readonly number[]): void
  /** Follows the page after it has changed, and after the file was read. */
  follow(): void
}

/** What `makeEditor` joins. */
export type EditorParts = Pick<
  Editor,
  'words' | 'schema' | 'themes' | 'newSlides' | 'show' | 'service' | 'history' | 'kept' | 'drafts'
> & {
  makeSaver(parts: {
    onSaved: SaverParts['onSaved']
    onDropped: SaverParts['onDropped']
    onOutdated: SaverParts['onOutdated']
  }): Saver
}

/** Joins the parts of an editor. */
export function makeEditor({ makeSaver, ...parts }: EditorParts): Editor {
  const { service, show, history, kept, words } = parts
  const source = signal<EditSource | null>(null)
  const hash = signal('')
  const deck = computed(() => source.value?.deck ?? null)
  const slidesPath = computed<NodePath>(() => {
    const [page] = Object.values(source.value?.pages ?? {})
    return page?.slide.slice(0, -1) ?? ['content']
  })
  const slides = computed(() => {
    const list = valueAt(deck.value, slidesPath.value)
    return Array.isArray(list) ? list : []
  })
  const reader = coalesceReads(async () => {
    const before = history.hash()
    const read = await service.source()
    // What waits was made on the file as it was; the page follows once it is saved.
    if (saver.waiting().length > 0) return
    // What was saved meanwhile is read next.
    if (history.hash() === before) history.see(read)
    if (history.takeForgotten()) editor.notice.value = words.steps.forgotten
    source.value = read
    hash.value = read.hash
    editor.follow()
  })
  const reload = () => reader().catch(() => {})
  const saver = makeSaver({
    onSaved: async ({ way, onSaved }, answer, base) => {
      history.note(way, answer, base)
      hash.value = answer.hash
      onSaved()
      takeStep()
      if (saver.waiting().length === 0) await reload()
    },
    onDropped: () => {
      kept.lookAgain()
      void reload()
    },
    onOutdated: ({ way }) => {
      if (way !== 'edit') steps.unshift(way)
      void reload().then(takeStep)
    },
  })
  const current = signal(0)
  const selected = signal<ReadonlySet<number>>(new Set([0]))
  /** Steps that were asked for: each is made on the file as the one before has left it. */
  const steps: ('undo' | 'redo')[] = []
  const takeStep = () => {
    if (saver.waiting().length > 0 || steps.length === 0) return
    const way = steps.shift()!
    const { changes, skipped } = history.next(way)
    const base = history.hash()
    if (changes && base !== null) saver.add({ way, base, what: { changes }, onSaved: () => {} })
    else {
      steps.length = 0
      history.skip(way)
    }
    if (skipped > 0) editor.notice.value = words.steps[way][changes ? 'skipped' : 'none'].replace('{x}', `${skipped}`)
  }
  /** The slide to go to once the page has it. */
  let expected: number | null = null
  const select = (indexes: readonly number[]) => {
    if (indexes[0] !== current.value) editor.block.value = null
    current.value = indexes[0] ?? 0
    selected.value = new Set(indexes)
  }
  const pageOfSlide = (index: number) => show.page.slides.findIndex(({ id }) => slideOfPage(editor, id) === index)
  const editor: Editor = {
    ...parts,
    saver,
    source,
    deck,
    hash,
    slidesPath,
    slides,
    current,
    selected,
    notice: signal(''),
    block: signal(null),
    openText: signal(null),
    draftFindings: signal([]),
    tab: signal('slide'),
    isReplacing: signal(false),
    isSource: signal(false),
    findings: signal(null),
    others: signal([]),
    shown: signal(0),
    moreLangs: signal([]),
    langs: computed(() => langsOf(deck.value, show.page.lang)),
    edit: (ops, onSaved = () => {}) => {
      if (ops.length === 0) return onSaved()
      const before = source.value
      if (!before) return
      editor.notice.value = ''
      source.value = { ...before, deck: afterOps(before.deck, ops) }
      saver.add({ way: 'edit', base: before.hash, what: { ops }, onSaved })
    },
    change: (changes) => {
      if (saver.waiting().length === 0)
        saver.add({ way: 'edit', base: hash.value, what: { changes }, onSaved: () => {} })
    },
    step: (way) => {
      editor.notice.value = ''
      steps.push(way)
      takeStep()
    },
    reload,
    goTo: (index) => {
      expected = null
      const at = pageOfSlide(index)
      if (at !== -1) show.go(at)
      select([index])
    },
    numberOf: (index) => Number(show.page.slides[pageOfSlide(index)]?.dataset.slide) || null,
    expect: (indexes) => {
      expected = indexes[0] ?? null
      select(indexes)
    },
    follow: () => {
      editor.shown.value++
      // Until the page shows the file, its slides have other places than those in the file.
      if (!source.value?.isShown || saver.waiting().length > 0) return
      const at = expected === null ? -1 : pageOfSlide(expected)
      if (at !== -1) show.go(at)
      expected = null
      const index = slideOfPage(editor, show.pageId())
      if (index !== -1 && index !== current.value) select([index])
    },
  }
  return editor
}

/** Returns the index in the file of the slide that a page shows; -1 if it is not known. */
export function slideOfPage({ source }: Pick<Editor, 'source'>, id: string): number {
  const step = source.value?.pages[id]?.slide.at(-1)
  return typeof step === 'number' ? step : -1
}

/** The path of a slide, or of something in it. */
export const inSlide = ({ slidesPath }: Editor, index: number, ...rest: NodePath): NodePath => [
  ...slidesPath.value,
  index,
  ...rest,
]

function langsOf(deck: JsonValue, first: Lang): readonly Lang[] {
  const named = isObject(deck) && Array.isArray(deck.langs) ? deck.langs : []
  const own = isObject(deck) ? deck.lang : undefined
  const all = [own ?? first, ...named].filter((one) => one === 'kk' || one === 'ru' || one === 'en')
  return [...new Set(all)]
}

/** Runs a function once more if it is called while it runs, and not more often. */
function coalesceReads(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
