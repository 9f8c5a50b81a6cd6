import type { LiveState } from '../../../model/wire/live.ts'
import type { AudienceAction, DeskAction, DeskMessage, Refusal } from '../../../model/wire/polls.ts'
import type { WatchState } from '../../../model/wire/talk.ts'
import type { Broadcast } from '../broadcast.ts'
import { openPolls } from './polls.ts'
import { openQuestions } from './questions.ts'
import { makeRateLimit, type Rate, type RateLimit } from './rate-limit.ts'

/** A page that takes part. */
export interface DeskPeer {
  /** Whether it is the speaker's, or a remote control. */
  isSpeaker: boolean
  /** The tag of its language; null for the first one. */
  shown: string | null
  send(message: DeskMessage): void
  /** Disconnects a page that floods. */
  drop(): void
}

/** Votes and questions of a talk. */
export interface AudienceDesk {
  /** A page has joined, or shows another language. */
  join(peer: DeskPeer, voter: string | null): void
  receive(peer: DeskPeer, message: AudienceAction | DeskAction): void
  /** Returns what a page sees that cannot take part. */
  seen(): Pick<WatchState, 'ballots' | 'question'>
  /** Another page is shown. */
  showPage(): void
  setDeck(states: readonly LiveState[]): void
  close(): void
}

/** Options of `openAudienceDesk`. */
export interface AudienceDeskOptions {
  broadcast: Broadcast
  states(): readonly LiveState[]
  /** The id of the page that is shown. */
  page(): string
  /** The pages that have joined. */
  peers(): Iterable<DeskPeer>
  /** A monotonic clock. Units: milliseconds. */
  now(): number
  /** Something is to be kept for `--resume`. */
  onKeep(): void
  onError(error: unknown): void
}

/** How often one page may do something. */
const rates = {
  vote: { burst: 10, everyMs: 1_000 },
  ask: { burst: 3, everyMs: 15_000 },
  second: { burst: 20, everyMs: 1_000 },
} satisfies Record<AudienceAction['type'], Rate>

/** A page that goes on for so long although it is told to wait is no person's. */
const mostRefusals = 200

/** Changes reach pages at most so often: five hundred may vote in the same second. Units: milliseconds. */
const sendMs = 100

/** Opens the desk of a talk. */
export async function openAudienceDesk(options: AudienceDeskOptions): Promise<AudienceDesk> {
  const { broadcast, states, page, peers, now, onKeep, onError } = options
  const limits = new WeakMap<DeskPeer, Record<AudienceAction['type'], RateLimit>>()
  const refused = new WeakMap<DeskPeer, number>()
  const due = { ballot: false, questions: false, audience: false }
  let timer: NodeJS.Timeout | undefined
  // What is there from before is told to each page when it joins.
  let isOpen = false
  const polls = await openPolls({
    broadcast,
    states: states(),
    onChange: () => sendSoon('ballot'),
    onCount: () => sendSoon('ballot'),
    onError,
  })
  const questions = await openQuestions({
    broadcast,
    onChange: (isSeen) => {
      sendSoon('questions')
      if (isOpen && isSeen) due.audience = true
    },
    onError,
  })
  const tagOf = ({ shown }: DeskPeer) => shown ?? states()[0]?.tag ?? ''
  const ballotFor = (peer: DeskPeer): DeskMessage => ({
    type: 'ballot',
    poll: polls.view(page(), tagOf(peer), peer.isSpeaker),
  })
  const questionsFor = (isSpeaker: boolean) =>
    ({ type: 'questions', list: questions.list(isSpeaker), screen: questions.screen() }) as const
  /** The audience gets each ballot once: votes that it does not see change nothing for it. */
  const seenNow = () => JSON.stringify(states().map(({ tag }) => polls.view(page(), tag, false)))
  let lastSeen = ''
  let lastPoll: string | null = null
  const flush = () => {
    timer = undefined
    const { ballot, questions: asked, audience } = due
    Object.assign(due, { ballot: false, questions: false, audience: false })
    const seen = seenNow()
    const isNewForAll = ballot && seen !== lastSeen
    if (isNewForAll) lastSeen = seen
    for (const peer of peers()) {
      if (ballot && (peer.isSpeaker || isNewForAll)) peer.send(ballotFor(peer))
      if (asked && (peer.isSpeaker || audience)) peer.send(questionsFor(peer.isSpeaker))
    }
    onKeep()
  }
  function sendSoon(what: 'ballot' | 'questions') {
    if (!isOpen) return
    due[what] = true
    timer ??= setTimeout(flush, sendMs)
  }
  const mayDo = (peer: DeskPeer, type: AudienceAction['type']) => {
    const own = limits.get(peer) ?? {
      vote: makeRateLimit(rates.vote, now),
      ask: makeRateLimit(rates.ask, now),
      second: makeRateLimit(rates.second, now),
    }
    limits.set(peer, own)
    if (own[type].take()) return true
    const refusals = (refused.get(peer) ?? 0) + 1
    refused.set(peer, refusals)
    if (refusals > mostRefusals) peer.drop()
    return false
  }
  const vote = async (peer: DeskPeer, { poll, voter, options: keys }: AudienceAction & { type: 'vote' }) => {
    const failed = () => ({ options: [...keys], refused: 'failed' as const })
    const taken = mayDo(peer, 'vote')
      ? await polls.vote(poll, voter, keys).catch((error: unknown) => {
          onError(error)
          return failed()
        })
      : { options: [...keys], refused: 'fast' as const }
    peer.send({ type: 'voted', poll, ...taken })
  }
  const ask = async (peer: DeskPeer, { id, text }: AudienceAction & { type: 'ask' }) => {
    const refuse = (refused: Refusal) => ({ question: null, refused })
    const taken = mayDo(peer, 'ask')
      ? await questions.ask(id, text).catch((error: unknown) => {
          onError(error)
          return refuse('failed')
        })
      : refuse('fast')
    peer.send({ type: 'asked', id, ...taken })
  }
  const second = async (peer: DeskPeer, { question, voter, on }: AudienceAction & { type: 'second' }) => {
    const isTaken =
      mayDo(peer, 'second') &&
      (await questions.second(question, voter, on).catch((error: unknown) => {
        onError(error)
        return false
      }))
    if (isTaken) return peer.send({ type: 'seconded', question, on })
    // What is refused looks as before on the page.
    peer.send({ type: 'seconded', question, on: (await questions.secondedBy(voter)).includes(question) })
    peer.send(questionsFor(false))
  }
  const sendResults = async (peer: DeskPeer) => {
    const results = await polls.results(tagOf(peer))
    peer.send({ type: 'results', polls: results, questions: questions.list(true) })
  }
  const greet = async (peer: DeskPeer, voter: string) => {
    for (const own of await polls.votesOf(voter)) peer.send({ type: 'voted', ...own, refused: null })
    const mine = await questions.secondedBy(voter)
    if (mine.length > 0) peer.send({ ...questionsFor(false), mine })
  }
  isOpen = true
  polls.begin(page())
  lastPoll = polls.view(page(), '', false)?.id ?? null
  lastSeen = seenNow()
  return {
    join: (peer, voter) => {
      peer.send(ballotFor(peer))
      if (peer.isSpeaker || questions.list(false).length > 0) peer.send(questionsFor(peer.isSpeaker))
      if (voter !== null) greet(peer, voter).catch(onError)
    },
    receive: (peer, message) => {
      if (message.type === 'vote') vote(peer, message).catch(onError)
      else if (message.type === 'ask') ask(peer, message).catch(onError)
      else if (message.type === 'second') second(peer, message).catch(onError)
      else if (message.type === 'results') sendResults(peer).catch(onError)
      else if (message.type === 'poll') {
        if (!polls.change(message.poll, { open: message.open, shown: message.shown })) peer.send(ballotFor(peer))
      } else if (message.type === 'question') questions.setState(message.question, message.state)
      else questions.setScreen(message.question)
    },
    seen: () => ({
      ballots: Object.fromEntries(states().map(({ tag }) => [tag, polls.view(page(), tag, false)])),
      question: questions.list(false).find(({ id }) => id === questions.screen()) ?? null,
    }),
    showPage: () => {
      polls.begin(page())
      const id = polls.view(page(), '', false)?.id ?? null
      if (id === lastPoll) return
      lastPoll = id
      lastSeen = seenNow()
      // A page without a poll is told, too: phones take the poll away.
      for (const peer of peers()) peer.send(ballotFor(peer))
    },
    setDeck: (next) => {
      polls.setDeck(next)
      sendSoon('ballot')
    },
    close: () => {
      clearTimeout(timer)
      polls.close()
      questions.close()
    },
  }
}
