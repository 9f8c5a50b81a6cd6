import { resolve } from 'node:path'
import { type Fault, KormeError } from '../model/errors.ts'
import type { PlacedBox } from '../model/laid-out.ts'
import type { Live, LiveDraft, LiveDraftRequest, LiveReport, LiveResource, PageBoxes } from '../model/live.ts'
import type { DeckSource } from '../model/project.ts'
import type { LiveChange, LiveState } from '../model/wire/live.ts'
import { type Clock, systemClock } from '../system/clock.ts'
import { diffStates } from './diff-states.ts'
import { Listeners } from './listeners.ts'
import type { LiveOptions } from './live-options.ts'
import type { LivePipeline } from './live-pipeline.ts'
import { pageBoxes, placedBoxes } from './page-boxes.ts'
import { isStillBeingWritten, type ReadResult, tryReadDeckFile } from './partial-read.ts'
import { ResourceIndex } from './resource-index.ts'
import type { CachingResourceLoader } from './resource-loader.ts'
import type { DeckSnapshot, LiveResult, UnversionedState } from './snapshot.ts'

/** After an edit of one slide is shown, the whole pipeline runs once no save has come for this long. */
const debounceMs = 100

/** The whole pipeline runs at the latest this long after the first save that it has not seen. */
const maxDelayMs = 10_000

/** The same, while saves come so fast that none of them has been shown. */
const maxUnshownMs = 500

const emptyReport: LiveReport = { valid: false, fault: null, diagnostics: [], text: '', slides: 0 }

/** A deck that is read again when its files change. */
export class ReloadingDeck implements Live {
  readonly file: Live['file']
  readonly #loader: CachingResourceLoader
  readonly #rejectTruncated: boolean
  readonly #options: LiveOptions
  readonly #clock: Clock
  readonly #pipeline: LivePipeline
  readonly #resources = new ResourceIndex()
  readonly #changes = new Listeners<LiveChange>()
  readonly #reports = new Listeners<LiveReport>()
  readonly #pending = new Set<string>()
  #states: readonly LiveState[] = []
  #version: number
  #report = emptyReport
  #refreshing: Promise<void> | null = null
  /** Whether files other than the deck's own have changed since the last complete run. */
  #dependenciesChanged = false
  /** The bytes of the last complete run; null if an edit of one slide has been shown since. */
  #snapshotBytes: Uint8Array | null = null
  /** The time of the first save that no complete run has seen; null if there is none. */
  #pendingSince: number | null = null
  /** The time of the first save since anything was shown; null if there is none. */
  #unshownSince: number | null = null
  #endDebounce = () => {}

  constructor(file: Live['file'], pipeline: LivePipeline, options: LiveOptions) {
    this.file = file
    this.#version = options.version ?? 0
    this.#loader = pipeline.loader
    this.#rejectTruncated = options.rejectTruncated === true
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#pipeline = pipeline
  }

  state(tag?: string): LiveState | null {
    return (tag === undefined ? this.#states[0] : this.#states.find((state) => state.tag === tag)) ?? null
  }

  states(): readonly LiveState[] {
    return this.#states
  }

  report(): LiveReport {
    return this.#report
  }

  shownBytes(): Uint8Array | null {
    return this.#pipeline.snapshot?.source.bytes ?? null
  }

  boxes(): readonly PageBoxes[] {
    return pageBoxes(this.#pipeline.snapshot?.editions ?? [])
  }

  boxesOf(page: string): readonly PlacedBox[] {
    return placedBoxes(this.#pipeline.snapshot?.editions ?? [], page)
  }

  watchedPaths(): ReadonlySet<string> {
    return new Set([this.file.path, ...this.#loader.watchedPaths()])
  }

  draft(request: LiveDraftRequest): Promise<LiveDraft | null> {
    return this.#pipeline.draft(request, this.file.name, (resources) => this.#resources.addDraft(resources))
  }

  resource(name: string): LiveResource | null {
    return this.#resources.get(name)
  }

  onChange(listener: (change: LiveChange) => void): () => void {
    return this.#changes.add(listener)
  }

  onReport(listener: (report: LiveReport) => void): () => void {
    return this.#reports.add(listener)
  }

  refresh(changed: readonly string[]): Promise<void> {
    for (const path of changed) this.#pending.add(resolve(path))
    if (this.#pending.size === 0) return Promise.resolve()
    this.#endDebounce()
    this.#refreshing ??= this.#readAll()
    return this.#refreshing
  }

  /** Reads the deck until no changes are pending. */
  async #readAll(): Promise<void> {
    try {
      while (this.#pending.size > 0) {
        const changed = [...this.#pending]
        this.#pending.clear()
        this.#loader.invalidate(changed)
        this.#dependenciesChanged ||= changed.some((path) => path !== this.file.path)
        this.#pendingSince ??= this.#clock.now()
        this.#unshownSince ??= this.#clock.now()
        await this.#read()
      }
    } finally {
      // Nothing may be awaited before this line: the next save has to start a new loop.
      this.#refreshing = null
    }
  }

  async #read(): Promise<void> {
    const isNewer = () => this.#pending.size > 0
    const since = this.#clock.now()
    do {
      const read = await tryReadDeckFile(this.file.path, this.#options)
      if (await this.#showSlideEdit(read)) return
      const result = 'file' in read ? await this.#runPipeline(read.file) : unreadable(read.fault)
      if (!result) return
      const truncated = result.states !== null && isTruncated(result)
      const partialRead = { path: this.file.path, options: this.#options, result: read, truncated, since }
      const isPartial = mayBePartial(result) && (await isStillBeingWritten(partialRead, this.#clock, isNewer))
      if (!isPartial) return this.#accept(truncated && this.#rejectsTruncated() ? rejected(result) : result, read)
    } while (!isNewer())
  }

  /**
   * Shows an edit of one slide before the whole pipeline runs. Returns true if the pipeline need not run: nothing has
   * changed, or a newer save has come.
   */
  async #showSlideEdit(read: ReadResult): Promise<boolean> {
    if (this.#dependenciesChanged || !('file' in read)) return false
    const { file } = read
    if (this.#report.valid && this.#snapshotBytes && Buffer.compare(file.bytes, this.#snapshotBytes) === 0) {
      this.#pendingSince = null
      this.#unshownSince = null
      this.#reports.notify(this.#report)
      return true
    }
    const states = await this.#pipeline.runSlideEdit(file)
    if (!states) return false
    this.#resources.add(this.#pipeline.snapshot!)
    this.#snapshotBytes = null
    this.#unshownSince = null
    const pageCount = pagesIn(this.#states)
    this.#publish(states)
    if (this.#report.valid && pagesIn(states) === pageCount && !this.#isOverdue()) await this.#debounce()
    return this.#isSuperseded()
  }

  /** Waits for `debounceMs`, or until a newer save comes. */
  async #debounce(): Promise<void> {
    if (this.#pending.size > 0) return
    const newerSave = new AbortController()
    this.#endDebounce = () => newerSave.abort()
    await this.#clock.wait(debounceMs, newerSave.signal).catch(() => {}) // rejects when aborted
    this.#endDebounce = () => {}
  }

  async #runPipeline(file: DeckSource): Promise<LiveResult | null> {
    try {
      return await this.#pipeline.run({ ...file, name: this.file.name }, () => this.#isSuperseded())
    } catch (error) {
      if (error instanceof KormeError) return unreadable(error.fault)
      throw error
    }
  }

  /** An audience that has seen all slides must not lose some because a save is incomplete. */
  #rejectsTruncated(): boolean {
    return this.#rejectTruncated && this.#states.length > 0
  }

  #isSuperseded(): boolean {
    return this.#pending.size > 0 && !this.#isOverdue()
  }

  #isOverdue(): boolean {
    const now = this.#clock.now()
    return now - (this.#pendingSince ?? now) > maxDelayMs || now - (this.#unshownSince ?? now) > maxUnshownMs
  }

  #accept({ states, report }: LiveResult, read: ReadResult): void {
    const { snapshot } = this.#pipeline
    this.#pendingSince = null
    this.#unshownSince = null
    this.#snapshotBytes = states && 'file' in read ? read.file.bytes : null
    if (states && snapshot) {
      this.#dependenciesChanged = false
      this.#resources.replaceWith(snapshot)
      this.#publish(states)
      void this.#extractStills(snapshot)
    }
    this.#report = report
    this.#reports.notify(report)
  }

  /** Extracts stills of the deck's videos in the background, then shows them. */
  async #extractStills({ deck, resources }: DeckSnapshot): Promise<void> {
    if (await this.#loader.extractStills(resources, deck))
      await this.refresh(resources.sidecarFiles.map(({ file }) => file))
  }

  /** Notifies of the changes of each language. A language that does not change keeps its state. */
  #publish(states: readonly UnversionedState[]): void {
    const changes: LiveChange[] = []
    this.#states = states.map((state) => {
      const before = this.state(state.tag)
      const next = { ...state, version: this.#version + 1 }
      const change = diffStates(before, next)
      if (!change) return before ?? next
      this.#version++
      changes.push(change)
      return next
    })
    for (const change of changes) this.#changes.notify(change)
  }
}

const pagesIn = (states: readonly Pick<LiveState, 'pages'>[]): number =>
  states.reduce((sum, { pages }) => sum + pages.length, 0)

const unreadable = (fault: Fault): LiveResult => ({ states: null, report: { ...emptyReport, fault } })

/** Whether the file may be incomplete. */
const mayBePartial = (result: LiveResult): boolean => !result.report.valid || isTruncated(result)

/** Whether brackets at the end of the file had to be added. */
const isTruncated = ({ report }: LiveResult): boolean =>
  report.diagnostics.some(({ code }) => code === 'bracket-missing')

const rejected = ({ report }: LiveResult): LiveResult => ({ states: null, report: { ...report, valid: false } })
