import { batch, computed, signal } from '@preact/signals'
import type { Lang } from '../../model/lang.ts'
import type { JsonValue, NodePath } from '../../model/source.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import { type FileEditor, type ShownPages, slideOfPage } from './editor.ts'
import type { Saver, SaverParts } from './saver.ts'
import { type SlideChanges, slidePlaces, slidesChanged } from './slide-places.ts'
import { afterOps, isObject, slideOfPath, valueAt } from './values.ts'

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
  /** The slides of the file when it had some. */
  let known: readonly JsonValue[] = []
  let isFirst = true
  /** The slides before a step that was just made: what it has brought back or changed is shown. */
  let beforeStep: readonly JsonValue[] | null = null
  const reader = coalesceReads(async () => {
    const before = history.hash()
    const read = await service.source()
    // What waits was made on the file as it was; the page follows once it is saved.
    if (saver.waiting().length > 0) return
    // What was saved meanwhile is read next.
    if (history.hash() === before) history.see(read)
    if (history.takeForgotten()) editor.notice.value = words.steps.forgotten
    batch(() => {
      if (slides.peek().length > 0) known = slides.peek()
      source.value = read
      hash.value = read.hash
      // A file that another program is just writing may be empty, or cut off.
      if (slides.peek().length > 0) followMoved(slidePlaces(known, slides.peek()))
      if (beforeStep) showStep(slidesChanged(beforeStep, slides.peek()))
      beforeStep = null
    })
    editor.follow(isFirst ? 'page' : 'file')
    isFirst &&= !read.isShown
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
      beforeStep = null
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
  const visits = signal(0)
  const selected = signal<ReadonlySet<number>>(new Set([0]))
  /** Steps that were asked for: each is made on the file as the one before has left it. */
  const steps: ('undo' | 'redo')[] = []
  const takeStep = () => {
    if (saver.waiting().length > 0 || steps.length === 0) return
    const way = steps.shift()!
    const { changes, skipped } = history.next(way)
    const base = history.hash()
    if (changes && base !== null) {
      beforeStep ??= slides.peek()
      saver.add({ way, base, what: { changes }, onSaved: () => {} })
    } else {
      steps.length = 0
      history.skip(way)
    }
    if (skipped > 0) editor.notice.value = words.steps[way][changes ? 'skipped' : 'none'].replace('{x}', `${skipped}`)
  }
  const select = (indexes: readonly number[]) => {
    if (indexes[0] !== current.value) {
      editor.block.value = null
      visits.value++
    }
    current.value = indexes[0] ?? 0
    selected.value = new Set(indexes)
  }
  /** Selects the slides that a step has brought back; else goes to those that it has changed, unless one of them is shown. */
  const showStep = ({ added, changed }: SlideChanges) => {
    if (added.length > 0) select(added)
    else if (changed.length > 0 && !changed.includes(current.peek())) select([changed[0]!])
  }
  /** Stays with the slides that were shown, selected and open where they have other places now. */
  const followMoved = (places: readonly (number | null)[]) => {
    if (places.every((place, index) => place === index)) return
    const { openText, block } = editor
    const moved = (path: NodePath): NodePath | null => {
      const index = slideOfPath(path, slidesPath.peek())
      const place = index === null ? null : places[index]
      if (index === null || place === undefined) return path
      return place === null ? null : [...slidesPath.peek(), place, ...path.slice(slidesPath.peek().length + 1)]
    }
    const at = places[current.peek()]
    if (at === null) {
      current.value = Math.max(0, Math.min(current.peek(), slides.peek().length - 1))
      visits.value++
    } else if (at !== undefined) current.value = at
    const still = [...selected.peek()].flatMap((index) => places[index] ?? [])
    selected.value = new Set(still.includes(current.peek()) ? still : [current.peek()])
    if (block.peek()) block.value = moved(block.peek()!)
    const opened = openText.peek()
    const path = opened && moved(opened.path)
    openText.value = opened && path ? { ...opened, path } : null
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
    visits,
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
    edit: (ops, onSaved = () => {}, base) => {
      if (ops.length === 0) return onSaved()
      const before = source.value
      if (!before) return
      editor.notice.value = ''
      // What was made on an earlier file is shown once it has found its place in the present one.
      if (base === undefined) source.value = { ...before, deck: afterOps(before.deck, ops) }
      saver.add({ way: 'edit', base: base ?? before.hash, what: { ops }, onSaved })
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
      const at = pageOfSlide(index)
      if (at !== -1) pages.go(at)
      select([index])
    },
    numberOf: (index) => Number(pages.page.slides[pageOfSlide(index)]?.dataset.slide) || null,
    expect: select,
    follow: (what) => {
      editor.shown.value++
      // Until the page shows the file, its slides have other places than those in the file.
      if (!source.value?.isShown || saver.waiting().length > 0) return
      const index = slideOfPage(editor, pages.pageId())
      if (what === 'page') {
        if (index !== -1 && index !== current.value) select([index])
        return
      }
      const at = index === current.value ? -1 : pageOfSlide(current.value)
      if (at !== -1) pages.go(at)
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
