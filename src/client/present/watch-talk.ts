import type { DeskMessage } from '../../model/wire/polls.ts'
import type { ServerMessage, WatchState } from '../../model/wire/talk.ts'

/** How often the state is asked for, and how long an answer may take. Units: milliseconds. */
const everyMs = 1_000
const answerMs = 8_000
/** Pages do not ask at the same moment. Units: share of the interval. */
const jitter = 0.2
/** So many questions without an answer are a loss. */
const missesAtLoss = 3
/** A deck that is not the announced one is asked for again after so long: two machines may differ for a moment. Units: ms. */
const deckMs = 5_000

/** Follows a talk without a connection: asks for its state once a second. */
export interface WatchedTalk {
  start(): void
  stop(): void
  /** Asks for the deck in another language. */
  ask(tag: string): void
}

/** The state of the page, and the events of `watchTalk`. */
export interface WatchEvents {
  /** Returns the version of the deck in the page, and the tag of the language that it shows; null: the first one. */
  version(): number
  tag(): string | null
  onMessage(message: ServerMessage): void
  /** Nothing was heard for some seconds, or it is again. */
  onLost(lost: boolean): void
  /** The first answer has come. */
  onBegin(): void
}

/** Creates a watch that is not running. What it gets reaches the page as the messages of a connection do. */
export function watchTalk({ version, tag, onMessage, onLost, onBegin }: WatchEvents): WatchedTalk {
  let timer: number | undefined
  let isRunning = false
  let hasBegun = false
  let misses = 0
  let last = ''
  let askedAt = Number.NEGATIVE_INFINITY
  let askedVersion = 0
  const load = async (name: string): Promise<string> => {
    const abort = new AbortController()
    const late = setTimeout(() => abort.abort(), answerMs)
    try {
      const response = await fetch(name, { signal: abort.signal })
      if (!response.ok) throw new Error(`${response.status}`)
      return await response.text()
    } finally {
      clearTimeout(late)
    }
  }
  const loadDeck = async (wanted: string) =>
    JSON.parse(await load(`deck/${encodeURIComponent(wanted)}.json`)) as ServerMessage & { type: 'language' }
  /** Brings the deck of the page to the version that is announced. */
  const updateDeck = async (wanted: string, announced: number) => {
    if (announced === version()) return
    if (announced === askedVersion && performance.now() - askedAt < deckMs) return
    askedVersion = announced
    askedAt = performance.now()
    const { state } = await loadDeck(wanted)
    const { lang: _, ...deck } = state
    if (isRunning) onMessage({ type: 'deck', deck: { ...deck, order: state.pages.map(({ id }) => id) } })
  }
  const take = async (text: string) => {
    const { talk, versions, ballots, question } = JSON.parse(text) as WatchState
    const [first = ''] = Object.keys(versions)
    const shown = tag() ?? first
    await updateDeck(shown, versions[shown] ?? version())
    // What did not change must not move a page on which somebody reads.
    const now = `${shown} ${text}`
    if (!isRunning || now === last) return
    last = now
    onMessage({ type: 'state', talk, timer: null, deck: null, version: version() })
    const messages: DeskMessage[] = [
      { type: 'ballot', poll: ballots[shown] ?? null },
      { type: 'questions', list: question ? [question] : [], screen: question?.id ?? null },
    ]
    for (const message of messages) onMessage(message)
  }
  const look = async () => {
    try {
      const text = await load('latest.json')
      if (!isRunning) return
      if (!hasBegun) onBegin()
      hasBegun = true
      if (misses >= missesAtLoss) onLost(false)
      misses = 0
      await take(text)
    } catch {
      misses += 1
      if (isRunning && misses === missesAtLoss) onLost(true)
    }
    if (isRunning && !document.hidden) timer = window.setTimeout(look, everyMs * (1 + jitter * (Math.random() - 0.5)))
  }
  const lookNow = () => {
    if (!isRunning || document.hidden) return clearTimeout(timer)
    clearTimeout(timer)
    void look()
  }
  // A page that nobody sees asks for nothing.
  document.addEventListener('visibilitychange', lookNow)
  addEventListener('pageshow', lookNow)
  return {
    start: () => {
      if (isRunning) return
      isRunning = true
      hasBegun = false
      misses = 0
      last = ''
      void look()
    },
    stop: () => {
      isRunning = false
      clearTimeout(timer)
    },
    ask: (wanted) => {
      if (isRunning) loadDeck(wanted).then(onMessage, () => {})
    },
  }
}
