import { resolve } from 'node:path'
import { type Fault, KormeError } from '../model/errors.ts'
import type { DeckSource } from '../model/project.ts'
import type { Live, LiveChange, LiveReport, LiveResource, LiveState } from '../model/wire/live.ts'
import { type Clock, systemClock } from '../system/clock.ts'
import { diffStates } from './diff-states.ts'
import { Listeners } from './listeners.ts'
import type { LiveOptions } from './live-options.ts'
import type { LivePipeline } from './live-pipeline.ts'
import { isStillBeingWritten, type ReadResult, tryReadDeckFile } from './partial-read.ts'
import { ResourceIndex } from './resource-index.ts'
import type { CachingResourceLoader } from './resource-loader.ts'
import type { DeckSnapshot, LiveResult, UnversionedState } from './snapshot.ts'

/**
 * How long no save must come before what follows from an edit is worked out, and how long at most that is put off, while
 * edits are seen and while none is. Units: milliseconds.
 */
const [debounceMs, maxDelayMs, maxUnshownMs] = [100, 10_000, 500]

const emptyReport: LiveReport = { valid: false, fault: null, diagnostics: [], text: '', slides: 0 }

/** A deck that is read again whenever its files change. */
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
  #state: LiveState | null = null
  #report = emptyReport
  #refreshing: Promise<void> | null = null
  /** Files besides the deck's own have changed since a reading was brought to its end. */
  #dependenciesChanged = false
  /** The bytes that the state comes from, where all that follows from them has been worked out. */
  #snapshotBytes: Uint8Array | null = null
  /** When the first save came that was not yet worked out; null where there is none. */
  #pendingSince: number | null = null
  /** When the first save came of which nothing has been shown; null where there is none. */
  #unshownSince: number | null = null
  #endDebounce = () => {}

  constructor(file: Live['file'], pipeline: LivePipeline, options: LiveOptions) {
    this.file = file
    this.#loader = pipeline.loader
    this.#rejectTruncated = options.rejectTruncated === true
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#pipeline = pipeline
  }

  state(): LiveState | null {
    return this.#state
  }

  report(): LiveReport {
    return this.#report
  }

  watchedPaths(): ReadonlySet<string> {
    return new Set([this.file.path, ...this.#loader.watchedPaths()])
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

  /** Reads until nothing has changed since. */
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
      // At once: what is saved from now on has to be read by someone else.
      this.#refreshing = null
    }
  }

  async #read(): Promise<void> {
    const isNewer = () => this.#pending.size > 0
    const since = this.#clock.now()
    do {
      const reading = await tryReadDeckFile(this.file.path, this.#options)
      if (await this.#showSlideEdit(reading)) return
      const outcome = 'file' in reading ? await this.#runPipeline(reading.file) : unreadable(reading.fault)
      if (!outcome) return
      const truncated = outcome.state !== null && isTruncated(outcome)
      const partialRead = { path: this.file.path, options: this.#options, reading, truncated, since }
      const partial = mayBePartial(outcome) && (await isStillBeingWritten(partialRead, this.#clock, isNewer))
      if (!partial) return this.#accept(truncated && this.#rejectsTruncated() ? rejected(outcome) : outcome, reading)
    } while (!isNewer())
  }

  /** Shows an edited slide before all that follows from it. True where that is nothing, or a newer save is there. */
  async #showSlideEdit(reading: ReadResult): Promise<boolean> {
    if (this.#dependenciesChanged || !('file' in reading)) return false
    const { file } = reading
    if (this.#report.valid && this.#snapshotBytes && Buffer.compare(file.bytes, this.#snapshotBytes) === 0) {
      this.#pendingSince = null
      this.#unshownSince = null
      this.#reports.notify(this.#report)
      return true
    }
    const shown = await this.#pipeline.runSlideEdit(file)
    if (!shown) return false
    this.#resources.add(this.#pipeline.snapshot!)
    this.#snapshotBytes = null
    this.#unshownSince = null
    const pages = this.#state?.pages.length
    this.#publish(shown)
    if (this.#report.valid && shown.pages.length === pages && !this.#isOverdue()) await this.#debounce()
    return this.#isSuperseded()
  }

  /** A while, or less where a newer save comes. */
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

  /** A hall that has seen all slides does not lose some to half a save. */
  #rejectsTruncated(): boolean {
    return this.#rejectTruncated && this.#state !== null
  }

  #isSuperseded(): boolean {
    return this.#pending.size > 0 && !this.#isOverdue()
  }

  #isOverdue(): boolean {
    const now = this.#clock.now()
    return now - (this.#pendingSince ?? now) > maxDelayMs || now - (this.#unshownSince ?? now) > maxUnshownMs
  }

  #accept({ state, report }: LiveResult, reading: ReadResult): void {
    const { snapshot } = this.#pipeline
    this.#pendingSince = null
    this.#unshownSince = null
    this.#snapshotBytes = state && 'file' in reading ? reading.file.bytes : null
    if (state && snapshot) {
      this.#dependenciesChanged = false
      this.#resources.replaceWith(snapshot)
      this.#publish(state)
      void this.#extractStills(snapshot)
    }
    this.#report = report
    this.#reports.notify(report)
  }

  /** Takes pictures out of its videos while everything else goes on; they are shown once they are there. */
  async #extractStills({ deck, edition: { resources } }: DeckSnapshot): Promise<void> {
    if (await this.#loader.extractStills(resources, deck))
      await this.refresh(resources.sidecarFiles.map(({ file }) => file))
  }

  #publish(shown: UnversionedState): void {
    const version = (this.#state?.version ?? 0) + 1
    const change = diffStates(this.#state, { ...shown, version })
    if (!change) return
    this.#state = { ...shown, version }
    this.#changes.notify(change)
  }
}

const unreadable = (fault: Fault): LiveResult => ({ state: null, report: { ...emptyReport, fault } })

/** Whether a reading looks like one of a file that is not yet whole: brackets that are missing at its end would be added. */
const mayBePartial = (outcome: LiveResult): boolean => !outcome.report.valid || isTruncated(outcome)

const isTruncated = ({ report }: LiveResult): boolean =>
  report.diagnostics.some(({ code }) => code === 'bracket-missing')

const rejected = ({ report }: LiveResult): LiveResult => ({ state: null, report: { ...report, valid: false } })
