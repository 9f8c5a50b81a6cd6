import { computed, signal } from '@preact/signals'
import type { Lang } from '../../model/lang.ts'
import type { JsonValue, NodePath } from '../../model/source.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import { type FileEditor, type ShownPages, slideOfPage } from './editor.ts'
import type { Saver, SaverParts } from './saver.ts'
import { afterOps, isObject, valueAt } from './values.ts'

/** What `makeEditor` joins. */
export type EditorParts = Pick<FileEditor, 'words' | 'schema' | 'newSlides' | 'service' | 'history' | 'kept'> & {
  pages: ShownPages
  makeSaver(parts: {
    onSaved: SaverParts['onSaved']
    onDropped: SaverParts['onDropped']
    onOutdated: SaverParts['onOutdated']
  }): Saver
}

/** Joins the parts of an editor. */
export function makeEditor({ makeSaver, pages, ...parts }: EditorParts): FileEditor {
  const { service, history, kept, words } = parts
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
  const uploads = signal(0)
  const counted =
    <Given extends unknown[], Answer>(send: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      uploads.value++
      return send(...given).finally(() => {
        uploads.value--
      })
    }
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
  const pageOfSlide = (index: number) => pages.page.slides.findIndex(({ id }) => slideOfPage(editor, id) === index)
  const editor: FileEditor = {
    ...parts,
    service: { ...service, addPicture: counted(service.addPicture), addFilm: counted(service.addFilm) },
    saver,
    source,
    deck,
    hash,
    slidesPath,
    slides,
    current,
    selected,
    themes: signal([]),
    notice: signal(''),
    block: signal(null),
    openText: signal(null),
    draftFindings: signal([]),
    tab: signal('slide'),
    isReplacing: signal(false),
    isSource: signal(false),
    sourceState: signal({ kind: 'saved' }),
    typing: signal(new Set()),
    uploads,
    findings: signal(null),
    others: signal([]),
    shown: signal(0),
    moreLangs: signal([]),
    langs: computed(() => langsOf(deck.value, pages.page.lang)),
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
      if (at !== -1) pages.go(at)
      select([index])
    },
    numberOf: (index) => Number(pages.page.slides[pageOfSlide(index)]?.dataset.slide) || null,
    expect: (indexes) => {
      expected = indexes[0] ?? null
      select(indexes)
    },
    follow: () => {
      editor.shown.value++
      // Until the page shows the file, its slides have other places than those in the file.
      if (!source.value?.isShown || saver.waiting().length > 0) return
      const at = expected === null ? -1 : pageOfSlide(expected)
      if (at !== -1) pages.go(at)
      expected = null
      const index = slideOfPage(editor, pages.pageId())
      if (index !== -1 && index !== current.value) select([index])
    },
  }
  return editor
}

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
