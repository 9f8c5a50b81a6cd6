import { resolve } from 'node:path'
import { EnvironmentError } from '../model/machine.ts'
import type { DeckFile } from '../model/project.ts'
import type { Live, LiveChange, LiveReport, LiveResource, LiveState } from '../model/wire/live.ts'
import { changeBetween } from './change.ts'
import { Listeners } from './listeners.ts'
import { Pipeline } from './pipeline.ts'
import { isWrittenOn, type Reading, readNow } from './read.ts'
import { Resources } from './resources.ts'
import type { Outcome, Settled, Shown } from './settled.ts'
import type { LiveOptions, Supplies } from './supplies.ts'

/**
 * How long no save must come before what follows from an edit is worked out, and how long at most that is put off, while
 * edits are seen and while none is. Units: milliseconds.
 */
const [quietMs, longestMs, longestUnseenMs] = [100, 10_000, 500]

const nothingRead: LiveReport = { good: false, fault: null, diagnostics: [], text: '', slides: 0 }

/** A deck that is read again whenever its files change. */
export class LiveDeck implements Live {
  readonly file: Live['file']
  readonly #supplies: Supplies
  readonly #wholeOnly: boolean
  readonly #root: string | undefined
  readonly #pipeline: Pipeline
  readonly #resources = new Resources()
  readonly #changes = new Listeners<LiveChange>()
  readonly #reports = new Listeners<LiveReport>()
  readonly #pending = new Set<string>()
  #state: LiveState | null = null
  #report = nothingRead
  #work: Promise<void> | null = null
  /** Files besides the deck's own have changed since a reading was brought to its end. */
  #stale = false
  /** The bytes that the state comes from, where all that follows from them has been worked out. */
  #settledBytes: Uint8Array | null = null
  /** When the first save came that was not yet worked out; null where there is none. */
  #behindSince: number | null = null
  /** When the first save came of which nothing has been shown; null where there is none. */
  #unseenSince: number | null = null
  #wake = () => {}

  constructor(file: Live['file'], supplies: Supplies, options: LiveOptions) {
    this.file = file
    this.#supplies = supplies
    this.#wholeOnly = options.wholeOnly === true
    this.#root = options.root
    this.#pipeline = new Pipeline(supplies, options)
  }

  state(): LiveState | null {
    return this.#state
  }

  report(): LiveReport {
    return this.#report
  }

  watched(): ReadonlySet<string> {
    return new Set([this.file.path, ...this.#supplies.watched()])
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
    this.#wake()
    this.#work ??= this.#readAll()
    return this.#work
  }

  /** Reads until nothing has changed since. */
  async #readAll(): Promise<void> {
    try {
      while (this.#pending.size > 0) {
        const changed = [...this.#pending]
        this.#pending.clear()
        this.#supplies.forget(changed)
        this.#stale ||= changed.some((path) => path !== this.file.path)
        this.#behindSince ??= Date.now()
        this.#unseenSince ??= Date.now()
        await this.#read()
      }
    } finally {
      // At once: what is saved from now on has to be read by someone else.
      this.#work = null
    }
  }

  async #read(): Promise<void> {
    const isNewer = () => this.#pending.size > 0
    const since = Date.now()
    do {
      const reading = await readNow(this.file.path, this.#root)
      if (await this.#showFirst(reading)) return
      const outcome = 'file' in reading ? await this.#whole(reading.file) : missing(reading.fault)
      if (!outcome) return
      const cut = outcome.shown !== null && isCut(outcome)
      const doubtful = { path: this.file.path, reading, cut, since }
      const half = isHalf(outcome) && (await isWrittenOn(doubtful, isNewer))
      if (!half) return this.#accept(cut && this.#refusesCut() ? refused(outcome) : outcome, reading)
    } while (!isNewer())
  }

  /** Shows an edited slide before all that follows from it. True where that is nothing, or a newer save is there. */
  async #showFirst(reading: Reading): Promise<boolean> {
    if (this.#stale || !('file' in reading)) return false
    const { file } = reading
    if (this.#report.good && this.#settledBytes && Buffer.compare(file.bytes, this.#settledBytes) === 0) {
      this.#behindSince = null
      this.#unseenSince = null
      this.#reports.tell(this.#report)
      return true
    }
    const shown = await this.#pipeline.quick(file)
    if (!shown) return false
    this.#resources.add(this.#pipeline.settled!)
    this.#settledBytes = null
    this.#unseenSince = null
    const pages = this.#state?.pages.length
    this.#show(shown)
    if (this.#report.good && shown.pages.length === pages && !this.#isLate()) await this.#quiet()
    return this.#overtaken()
  }

  /** A while, or less where a newer save comes. */
  async #quiet(): Promise<void> {
    if (this.#pending.size > 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, quietMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = () => {}
  }

  async #whole(file: DeckFile): Promise<Outcome | null> {
    try {
      return await this.#pipeline.whole({ ...file, name: this.file.name }, () => this.#overtaken())
    } catch (error) {
      if (error instanceof EnvironmentError) return missing(error.fault)
      throw error
    }
  }

  /** A hall that has seen all slides does not lose some to half a save. */
  #refusesCut(): boolean {
    return this.#wholeOnly && this.#state !== null
  }

  #overtaken(): boolean {
    return this.#pending.size > 0 && !this.#isLate()
  }

  #isLate(): boolean {
    const now = Date.now()
    return now - (this.#behindSince ?? now) > longestMs || now - (this.#unseenSince ?? now) > longestUnseenMs
  }

  #accept({ shown, report }: Outcome, reading: Reading): void {
    const { settled } = this.#pipeline
    this.#behindSince = null
    this.#unseenSince = null
    this.#settledBytes = shown && 'file' in reading ? reading.file.bytes : null
    if (shown && settled) {
      this.#stale = false
      this.#resources.turnTo(settled)
      this.#show(shown)
      void this.#takeStills(settled)
    }
    this.#report = report
    this.#reports.tell(report)
  }

  /** Takes pictures out of its videos while everything else goes on; they are shown once they are there. */
  async #takeStills({ deck, supplied }: Settled): Promise<void> {
    if (await this.#supplies.takeStills(supplied, deck)) await this.refresh(supplied.beside.map(({ file }) => file))
  }

  #show(shown: Shown): void {
    const version = (this.#state?.version ?? 0) + 1
    const change = changeBetween(this.#state, { ...shown, version })
    if (!change) return
    this.#state = { ...shown, version }
    this.#changes.tell(change)
  }
}

const missing = (fault: EnvironmentError['fault']): Outcome => ({ shown: null, report: { ...nothingRead, fault } })

/** Whether a reading looks like one of a file that is not yet whole: brackets that are missing at its end would be added. */
const isHalf = (outcome: Outcome): boolean => !outcome.report.good || isCut(outcome)

const isCut = ({ report }: Outcome): boolean => report.diagnostics.some(({ code }) => code === 'bracket-missing')

const refused = ({ report }: Outcome): Outcome => ({ shown: null, report: { ...report, good: false } })
