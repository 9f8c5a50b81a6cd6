import { afterEach, expect, test } from 'vitest'
import type { PollView } from '../../src/model/wire/polls.ts'
import { enter, openTalk, type TestTalk, type Visitor, visit } from '../serve/talk/talk-server.ts'

const phones = 500
/** The vote of each phone is spread over so long. Units: milliseconds. */
const spreadMs = 5_000
/** 99 of 100 votes are confirmed within so long. Units: milliseconds. */
const wantedMs = 300

const deck = JSON.stringify({
  content: [
    { block: '1', title: 'Дауыс' },
    { title: 'Қайда кездесеміз?', poll: ['Астана', 'Алматы', 'Талдықорған', 'Семей'] },
  ],
})

let talk: TestTalk
afterEach(() => talk.close())

const voterOf = (i: number) => `phone-${i}-`.padEnd(24, 'x')
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function phone(i: number): Promise<Visitor> {
  const visitor = await visit(talk, 'audience')
  visitor.say({ type: 'hello', version: 1, voter: voterOf(i) })
  return visitor
}

async function ballot(visitor: Visitor, fits: (poll: PollView) => boolean): Promise<PollView> {
  for (;;) {
    const { poll } = await visitor.next('ballot')
    if (poll && fits(poll)) return poll
  }
}

test('500 phones vote within 5 s, some twice, some over a new connection, beside one that floods', async () => {
  talk = await openTalk(undefined, undefined, null, deck)
  const speaker = await enter(talk, 'speaker')
  speaker.say({ type: 'go', page: 's2', step: null })
  await speaker.next('go')
  const all: Visitor[] = []
  for (let i = 0; i < phones; i++) all.push(await phone(i))
  const poll = await ballot(all[0]!, () => true)
  const vote = (i: number, by: Visitor, option: number) =>
    by.say({ type: 'vote', voter: voterOf(i), poll: poll.id, options: [poll.options[option]!.key] })
  const flood = await phone(phones)
  const flooding = setInterval(() => {
    for (let i = 0; i < 20; i++) vote(phones, flood, i % 4)
    flood.say({ type: 'ask', voter: voterOf(phones), id: voterOf(Math.floor(Math.random() * 1e6)), text: 'Сұрақ' })
  }, 20)
  const delays: number[] = []
  const counts = [0, 0, 0, 0]
  await Promise.all(
    all.map(async (one, i) => {
      await wait((spreadMs * i) / phones)
      const option = (i * 7) % 4
      counts[option]! += 1
      const begun = performance.now()
      vote(i, one, i % 3 === 0 ? (option + 1) % 4 : option)
      await one.next('voted')
      delays.push(performance.now() - begun)
      // One in three changes its mind, one in ten loses its connection and sends its vote again.
      if (i % 3 === 0) {
        vote(i, one, option)
        await one.next('voted')
      }
      if (i % 10 !== 0) return
      one.socket.terminate()
      const again = await phone(i)
      await again.next('voted')
      vote(i, again, option)
      await again.next('voted')
    }),
  )
  clearInterval(flooding)
  const seen = await ballot(speaker, ({ voters }) => voters === phones + 1)
  await wait(500)
  speaker.say({ type: 'results' })
  const { polls, questions } = await speaker.next('results')
  const sums = polls[0]!.counts!
  expect(sums.reduce((sum, one) => sum + one, 0)).toBe(phones + 1)
  // The flood has one vote.
  expect(sums.map((one, i) => one - counts[i]!).sort()).toEqual([0, 0, 0, 1])
  expect(questions.length).toBeLessThanOrEqual(4)
  expect(seen.voters).toBe(phones + 1)
  const sorted = delays.sort((a, b) => a - b)
  const [half, most] = [sorted[Math.floor(phones * 0.5)]!, sorted[Math.floor(phones * 0.99)]!]
  console.log(`votes confirmed: half within ${half.toFixed(1)} ms, 99 % within ${most.toFixed(1)} ms`)
  expect(most).toBeLessThan(wantedMs)
}, 120_000)
