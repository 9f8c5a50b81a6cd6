import { rename, writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { present } from '../../../../src/languages/en/present.ts'
import { writeVotesCsv } from '../../../../src/model/votes-csv.ts'
import * as closeCodes from '../../../../src/model/wire/close-codes.ts'
import type { PollView } from '../../../../src/model/wire/polls.ts'
import { makeMemoryBroadcast } from '../../../../src/serve/talk/memory-broadcast.ts'
import { enter, enterRemote, openTalk, type TestTalk, type Visitor, visit } from '../talk-server.ts'

const deckOf = (options: readonly unknown[] = ['Иә', 'Жоқ'], poll: object = {}) =>
  JSON.stringify({
    name: 'Дауыс',
    content: [
      { block: '1', title: 'Дауыс' },
      { title: 'Келісесіз бе?', poll: { options, ...poll } },
      { title: 'Соңы', text: 'Рақмет' },
    ],
  })

let talk: TestTalk
const open = async (text = deckOf()) => {
  talk = await openTalk(undefined, undefined, null, text)
  return talk
}
afterEach(() => talk.close())

async function save(text: string): Promise<void> {
  await writeFile(`${talk.deck}.new`, text)
  await rename(`${talk.deck}.new`, talk.deck)
}

const voterOf = (name: string) => `voter-${name}`.padEnd(22, 'x')

/** A phone that has joined with an id of its own. */
async function phone(name: string, at = talk): Promise<Visitor & { vote(poll: PollView, ...indexes: number[]): void }> {
  const visitor = await visit(at, 'audience')
  visitor.say({ type: 'hello', version: 0, voter: voterOf(name) })
  await visitor.next('state')
  return {
    ...visitor,
    vote: (poll, ...indexes) =>
      visitor.say({
        type: 'vote',
        voter: voterOf(name),
        poll: poll.id,
        options: indexes.map((i) => poll.options[i]!.key),
      }),
  }
}

/** The next ballot that fits. */
async function ballot(visitor: Visitor, fits: (poll: PollView | null) => boolean = (poll) => poll !== null) {
  for (;;) {
    const { poll } = await visitor.next('ballot')
    if (fits(poll)) return poll!
  }
}

/** A speaker who has gone to the poll. */
async function speakerAtPoll(): Promise<Visitor> {
  const speaker = await enter(talk, 'speaker')
  speaker.say({ type: 'go', page: 's2', step: null })
  await speaker.next('go')
  return speaker
}

describe('a poll', () => {
  test('comes to phones with its slide, and leaves with it', async () => {
    await open()
    const one = await phone('one')
    expect((await one.next('ballot')).poll).toBeNull()
    const speaker = await speakerAtPoll()
    expect(await ballot(one)).toMatchObject({
      question: 'Келісесіз бе?',
      pages: ['s2'],
      many: false,
      open: true,
      shown: false,
      counts: null,
      voters: 0,
      options: [{ text: 'Иә' }, { text: 'Жоқ' }],
    })
    speaker.say({ type: 'go', page: 's3', step: null })
    await ballot(one, (poll) => poll === null)
  })

  test('counts a browser once, with its last vote, also after a reconnection', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const [one, two] = [await phone('one'), await phone('two')]
    const poll = await ballot(one)
    one.vote(poll, 0)
    one.vote(poll, 1)
    two.vote(poll, 1)
    await ballot(speaker, (seen) => seen?.counts?.join() === '0,2' && seen.voters === 2)
    one.socket.terminate()
    const again = await phone('one')
    expect(await again.next('voted')).toEqual({
      type: 'voted',
      poll: poll.id,
      options: [poll.options[1]!.key],
      refused: null,
    })
    again.vote(poll, 1)
    await again.next('voted')
    again.vote(poll)
    await ballot(speaker, (seen) => seen?.counts?.join() === '0,1' && seen.voters === 1)
  })

  test('takes one choice, or several', async () => {
    await open(deckOf(['A', 'B', 'C'], { many: true }))
    const speaker = await speakerAtPoll()
    const one = await phone('one')
    const poll = await ballot(one)
    one.vote(poll, 0, 2, 0)
    await ballot(speaker, (seen) => seen?.counts?.join() === '1,0,1' && seen.voters === 1)
    await talk.close()
    await open(deckOf(['A', 'B', 'C']))
    const other = await speakerAtPoll()
    const two = await phone('two')
    two.vote(await ballot(two), 0, 2)
    await ballot(other, (seen) => seen?.counts?.join() === '1,0,0')
  })

  test('shows its results to the audience when the speaker shows them, and no sooner', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const one = await phone('one')
    const poll = await ballot(one)
    one.vote(poll, 0)
    await ballot(speaker, (seen) => seen?.voters === 1)
    expect(one.traffic()).not.toMatch(/"counts":\[|"voters":[1-9]/)
    speaker.say({ type: 'poll', poll: poll.id, open: true, shown: true })
    expect(await ballot(one, (seen) => seen?.shown === true)).toMatchObject({ counts: [1, 0], voters: 1 })
    one.vote(poll, 1)
    await ballot(one, (seen) => seen?.counts?.join() === '0,1')
    speaker.say({ type: 'poll', poll: poll.id, open: true, shown: false })
    await ballot(one, (seen) => seen?.counts === null)
  })

  test('with "show": "live" shows them from the start', async () => {
    await open(deckOf(['A', 'B'], { show: 'live' }))
    await speakerAtPoll()
    const one = await phone('one')
    const poll = await ballot(one)
    expect(poll.counts).toEqual([0, 0])
    one.vote(poll, 1)
    await ballot(one, (seen) => seen?.counts?.join() === '0,1')
  })

  test('that is closed takes no votes, and keeps those that it has', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const one = await phone('one')
    const poll = await ballot(one)
    one.vote(poll, 0)
    expect(await one.next('voted')).toMatchObject({ refused: null })
    speaker.say({ type: 'poll', poll: poll.id, open: false, shown: false })
    await ballot(one, (seen) => seen?.open === false)
    one.vote(poll, 1)
    expect(await one.next('voted')).toMatchObject({ refused: 'closed', options: [poll.options[0]!.key] })
    await ballot(speaker, (seen) => seen?.open === false && seen.counts?.join() === '1,0')
  })

  test('that has never been shown takes no votes', async () => {
    await open()
    const one = await phone('one')
    const speaker = await speakerAtPoll()
    const poll = await ballot(one)
    one.say({ type: 'vote', voter: voterOf('one'), poll: `${poll.id}x`, options: [poll.options[0]!.key] })
    expect(await one.next('voted')).toMatchObject({ refused: 'closed', options: [] })
    await ballot(speaker)
  })

  test('keeps the votes for options that an edit of the deck leaves', async () => {
    await open(deckOf(['A', 'B', 'C']))
    const speaker = await speakerAtPoll()
    const phones = [await phone('one'), await phone('two'), await phone('three')]
    const poll = await ballot(phones[0]!)
    for (const [i, one] of phones.entries()) one.vote(poll, i)
    await ballot(speaker, (seen) => seen?.voters === 3)
    // Another order, other letters, one option less, one more.
    await save(deckOf(['c', 'D', ' A ']))
    const after = await ballot(speaker, (seen) => seen?.options[1]?.text === 'D' && seen.voters === 2)
    expect(after).toMatchObject({ id: poll.id, counts: [1, 0, 1] })
  })

  test('is one of several on its slide, each with votes of its own', async () => {
    const asked = (question: string, options: string[]) => ({ type: 'poll', question, options })
    const blocks = [asked('Қайда?', ['Астана', 'Алматы']), asked('Қашан?', ['Бүгін', 'Ертең'])]
    await open(
      JSON.stringify({
        content: [
          { block: '1', title: 'Дауыс' },
          { title: 'Екі сұрақ', blocks },
        ],
      }),
    )
    const speaker = await speakerAtPoll()
    const one = await phone('one')
    const where = await ballot(one)
    one.vote(where, 0)
    await ballot(speaker, (seen) => seen?.counts?.join() === '1,0')
    speaker.say({ type: 'go', page: 's2-2', step: null })
    const when = await ballot(one, (seen) => seen?.question === 'Қашан?')
    expect(when.id).not.toBe(where.id)
    one.vote(when, 1)
    await ballot(speaker, (seen) => seen?.question === 'Қашан?' && seen.counts?.join() === '0,1')
    speaker.say({ type: 'results' })
    const { polls } = await speaker.next('results')
    expect(polls.map(({ question, counts }) => [question, counts])).toEqual([
      ['Қайда?', [1, 0]],
      ['Қашан?', [0, 1]],
    ])
  })

  test('shows its results from the moment at which "show" becomes "live" in the deck', async () => {
    await open()
    await speakerAtPoll()
    const one = await phone('one')
    expect((await ballot(one)).counts).toBeNull()
    await save(deckOf(['Иә', 'Жоқ'], { show: 'live' }))
    expect((await ballot(one, (seen) => seen?.shown === true)).counts).toEqual([0, 0])
  })

  test('is one poll in all languages', async () => {
    await open(
      JSON.stringify({
        langs: ['kk', 'ru'],
        content: [
          { title: { kk: 'Бірінші', ru: 'Первый' } },
          {
            title: { kk: 'Келісесіз бе?', ru: 'Вы согласны?' },
            poll: [
              { kk: 'Иә', ru: 'Да' },
              { kk: 'Жоқ', ru: 'Нет' },
            ],
          },
        ],
      }),
    )
    const speaker = await speakerAtPoll()
    const russian = await visit(talk, 'audience')
    russian.say({ type: 'hello', version: 0, shown: 'ru', voter: voterOf('ru') })
    const poll = await ballot(russian)
    expect(poll).toMatchObject({ question: 'Вы согласны?', options: [{ text: 'Да' }, { text: 'Нет' }] })
    const kazakh = await phone('kk')
    const own = await ballot(kazakh)
    expect(own).toMatchObject({ id: poll.id, question: 'Келісесіз бе?' })
    kazakh.vote(own, 0)
    russian.say({ type: 'vote', voter: voterOf('ru'), poll: poll.id, options: [poll.options[0]!.key] })
    await ballot(speaker, (seen) => seen?.counts?.join() === '2,0')
  })
})

test('who votes too fast is told so, and nothing else suffers', async () => {
  await open()
  const speaker = await speakerAtPoll()
  const [flood, calm] = [await phone('flood'), await phone('calm')]
  const poll = await ballot(calm)
  for (let i = 0; i < 200; i++) flood.vote(poll, i % 2)
  calm.vote(poll, 1)
  expect(await calm.next('voted')).toMatchObject({ refused: null })
  const seen = await ballot(speaker, (one) => one?.voters === 2)
  expect(seen.counts![0]! + seen.counts![1]!).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(flood.traffic()).toContain('"refused":"fast"')
})

test('the speaker gets all results to save', async () => {
  await open()
  const speaker = await speakerAtPoll()
  const one = await phone('one')
  one.vote(await ballot(one), 0)
  await one.next('voted')
  speaker.say({ type: 'results' })
  expect(await speaker.next('results')).toMatchObject({
    polls: [{ question: 'Келісесіз бе?', counts: [1, 0], voters: 1 }],
    questions: [],
  })
  expect(speaker.traffic()).not.toContain(voterOf('one'))
})

test('nobody learns who voted or asked: not the speaker, not the file of votes, nor a log or what is kept of the talk', async () => {
  const logged: string[] = []
  const spies = ([process.stdout, process.stderr] as const).map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => logged.push(String(chunk)) > 0),
  )
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  await open()
  const speaker = await speakerAtPoll()
  const { remote } = await enterRemote(talk, speaker)
  const [one, two] = [await phone('one'), await phone('two')]
  const poll = await ballot(one)
  one.vote(poll, 0)
  two.vote(poll, 1)
  one.say({ type: 'ask', voter: voterOf('one'), id: voterOf('q1'), text: 'Қашан?' })
  await one.next('asked')
  await ballot(speaker, (seen) => seen?.voters === 2)
  speaker.say({ type: 'results' })
  const results = await speaker.next('results')
  expect(results.questions).toHaveLength(1)
  const { file } = present.desk
  const csv = writeVotesCsv(results, { words: file, separator: ',' })
  expect(csv.split('\r\n')).toHaveLength(6)
  for (const text of [csv, speaker.traffic(), remote.traffic(), two.traffic()])
    expect(/voter-(?:one|q1)/.test(text)).toBe(false)
  expect(JSON.stringify(results) + csv).not.toMatch(/127\.0\.0\.1|::1/)
  expect(logged).toEqual([])
  // What is kept until the talk ends has random ids, by which a browser votes once, and no address.
  const kept = JSON.stringify(talk.session.kept())
  expect(kept).toContain(voterOf('one'))
  expect(/127\.0\.0\.1|::1|voter-q1/.test(kept)).toBe(false)
})

describe('a remote', () => {
  test('closes, opens, shows and hides; it sees the counts, and no results to save', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const one = await phone('one')
    const { remote, key } = await enterRemote(talk, speaker)
    const poll = await ballot(remote)
    one.vote(poll, 1)
    await ballot(remote, (seen) => seen?.counts?.join() === '0,1')
    remote.say({ type: 'poll', poll: poll.id, open: false, shown: true }, key)
    expect(await ballot(one, (seen) => seen?.open === false)).toMatchObject({ shown: true, counts: [0, 1] })
    await ballot(speaker, (seen) => seen?.open === false && seen.shown)
    one.vote(poll, 0)
    await one.next('voted')
    expect(await one.next('voted')).toMatchObject({ refused: 'closed' })
    remote.say({ type: 'poll', poll: poll.id, open: true, shown: false }, key)
    await ballot(one, (seen) => seen?.open === true && seen.counts === null)
    remote.say({ type: 'results' }, key)
    expect(await remote.ended).toBe(closeCodes.forbidden)
  })

  test('learns how many phones there are, and never the PIN', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const { remote, pin } = await enterRemote(talk, speaker)
    await phone('one')
    for (;;) {
      const room = await remote.next('room')
      expect(room.pin).toBeNull()
      if (room.followers === 1) break
    }
    expect(remote.traffic()).not.toContain(pin)
  })

  test('gets no votes and no questions before it has entered the PIN', async () => {
    await open()
    const speaker = await speakerAtPoll()
    const stranger = await visit(talk, 'remote')
    stranger.say({ type: 'hello', version: 0 })
    await stranger.next('pin')
    const one = await phone('one')
    one.vote(await ballot(one), 0)
    one.say({ type: 'ask', voter: voterOf('one'), id: voterOf('q'), text: 'Қашан?' })
    await speaker.next('questions')
    await ballot(speaker, (seen) => seen?.voters === 1)
    expect(stranger.told).toEqual([])
  })
})

test('two processes of a talk: each has a speaker view, and no vote, start or end of a poll is lost', async () => {
  const broadcast = makeMemoryBroadcast()
  const more = { broadcast }
  const text = deckOf(['A', 'B'])
  const other = await openTalk(undefined, undefined, null, text, more)
  talk = await openTalk(undefined, undefined, null, text, more)
  try {
    const [here, there] = [await enter(talk, 'speaker'), await enter(other, 'speaker')]
    const [one, two] = [await phone('one'), await phone('two', other)]
    // Whichever process the speaker is in, the poll begins in both.
    there.say({ type: 'go', page: 's2', step: null })
    const poll = await ballot(one)
    one.vote(poll, 0)
    two.vote(await ballot(two), 1)
    for (const view of [here, there]) await ballot(view, (seen) => seen?.counts?.join() === '1,1')
    here.say({ type: 'poll', poll: poll.id, open: false, shown: true })
    await ballot(two, (seen) => seen?.open === false && seen.counts?.join() === '1,1')
    // One process reads the new deck before the other; neither opens the poll again.
    await save(deckOf(['A', 'B', 'C']))
    await ballot(one, (seen) => seen?.options.length === 3)
    await writeFile(other.deck, deckOf(['A', 'B', 'C']))
    const after = await ballot(two, (seen) => seen?.options.length === 3)
    expect(after).toMatchObject({ id: poll.id, open: false, counts: [1, 1, 0] })
    there.say({ type: 'poll', poll: poll.id, open: true, shown: true })
    await ballot(one, (seen) => seen?.open === true)
    one.vote(after, 2)
    await ballot(there, (seen) => seen?.counts?.join() === '0,1,1')
  } finally {
    await other.close()
  }
})
