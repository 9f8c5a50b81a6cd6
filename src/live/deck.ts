import { resolve } from 'node:path'
import type { Live, LiveChange, LiveReport, LiveResource, LiveState } from '../model/live.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { DeckFile } from '../model/project.ts'
import { changeBetween } from './change.ts'
import { Listeners } from './listeners.ts'
import { type Outcome, Pipeline, type Shown } from './pipeline.ts'
import { mayBeHalf, moment, readNow } from './read.ts'
import { Resources } from './resources.ts'
import type { LiveOptions, Supplies } from './supplies.ts'

/** Longer than this a newer save does not put off what follows from an older one. Units: milliseconds. */
const longestWait = 2000

const nothingRead: LiveReport = { good: false, fault: null, diagnostics: [], text: '', slides: 0 }

/** A deck that is read again whenever its files change. */
export class LiveDeck implements Live {
  readonly file: Live['file']
  readonly #supplies: Supplies
  readonly #pipeline: Pipeline
  readonly #resources = new Resources()
  readonly #changes = new Listeners<LiveChange>()
  readonly #reports = new Listeners<LiveReport>()
  readonly #pending = new Set<string>()
  #state: LiveState | null = null
  #report = nothingRead
  #work: Promise<void> | null = null
  /** When the last reading was brought to its end. */
  #settledAt = 0

  constructor(file: Live['file'], supplies: Supplies, options: LiveOptions) {
    this.file = file
    this.#supplies = supplies
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
    this.#work ??= this.#readAll().finally(() => {
      this.#work = null
    })
    return this.#work
  }

  /** Reads until nothing has changed since. */
  async #readAll(): Promise<void> {
    do {
      const changed = [...this.#pending]
      this.#pending.clear()
      this.#supplies.forget(changed)
      await this.#read()
    } while (this.#pending.size > 0)
  }

  async #read(): Promise<void> {
    for (const since = Date.now(); ; await moment()) {
      const reading = await readNow(this.file.path)
      const outcome = 'file' in reading ? await this.#whole(reading.file) : missing(reading.fault)
      if (!outcome) return
      if (isHalf(outcome) && (await mayBeHalf(this.file.path, reading, since))) {
        if (this.#pending.size > 0) return
        continue
      }
      this.#settledAt = Date.now()
      this.#accept(outcome)
      return
    }
  }

  async #whole(file: DeckFile): Promise<Outcome | null> {
    try {
      return await this.#pipeline.whole({ ...file, name: this.file.name }, () => this.#overtaken())
    } catch (error) {
      if (error instanceof EnvironmentError) return missing(error.fault)
      throw error
    }
  }

  #overtaken(): boolean {
    return this.#pending.size > 0 && Date.now() - this.#settledAt < longestWait
  }

  #accept({ shown, report }: Outcome): void {
    const { settled } = this.#pipeline
    if (shown && settled) this.#resources.turnTo(settled)
    if (shown) this.#show(shown)
    this.#report = report
    this.#reports.tell(report)
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
const isHalf = ({ report }: Outcome): boolean =>
  !report.good || report.diagnostics.some(({ code }) => code === 'bracket-missing')
