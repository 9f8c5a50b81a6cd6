import { afterEach, describe, expect, test } from 'vitest'
import { openQuestions, readQuestion } from '../../../../src/serve/talk/desk/questions.ts'
import { makeMemoryBroadcast } from '../../../../src/serve/talk/memory-broadcast.ts'
import { enter, enterRemote, openTalk, type TestTalk, type Visitor, visit } from '../talk-server.ts'

const onError = (error: unknown) => {
  throw error
}
const idOf = (name: string) => name.padEnd(22, 'x')

describe('a question is shown exactly', () => {
  test.each([
    ['HTML', '<img src=x onerror=alert(1)> & "q"', '<img src=x onerror=alert(1)> & "q"'],
    ['marks of direction', '\u202eабв\u202c (א)', '\u202eабв\u202c (א)'],
    ['many marks on a letter', `Z${'\u0301'.repeat(300)}`, `Z${'\u0301'.repeat(300)}`],
    ['emoji of several characters', '👩‍👩‍👧'.repeat(180), '👩‍👩‍👧'.repeat(180)],
    ['lines in one', ' Бір\r\nекі\u2028үш ', 'Бір екі үш'],
    ['no control characters', 'a\u0000b\u001b[31mc', 'a b [31mc'],
    ['no half of a character', 'a\ud83d', 'a\ufffd'],
    ['two hundred characters', 'ұ'.repeat(200), 'ұ'.repeat(200)],
  ])('%s', (_, written, wanted) => {
    expect(readQuestion(written)).toBe(wanted)
  })

  test.each([
    ['201 characters', 'ұ'.repeat(201)],
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['thousands of marks on a letter', `Z${'\u0301'.repeat(3_000)}`],
  ])('or refused: %s', (_, written) => {
    expect(readQuestion(written)).toBeNull()
  })
})

describe('questions', () => {
  const open = (broadcast = makeMemoryBroadcast()) => openQuestions({ broadcast, onChange: () => {}, onError })

  test('count once, and their public name does not tell the secret', async () => {
    const questions = await open()
    const [one, again] = [await questions.ask(idOf('secret'), 'Қашан?'), await questions.ask(idOf('secret'), 'Басқа')]
    expect(again).toEqual(one)
    expect(questions.list(true).map(({ text }) => text)).toEqual(['Қашан?'])
    expect(one.question).not.toContain('secret')
    // Nobody can put words into a question that is known by its public name.
    await questions.ask(one.question!, 'Жалған')
    expect(questions.list(true).find(({ id }) => id === one.question)?.text).toBe('Қашан?')
  })

  test('are seen by others after the speaker lets them pass, and on the screen', async () => {
    const questions = await open()
    const { question: id } = await questions.ask(idOf('a'), 'Қашан?')
    expect(questions.list(false)).toEqual([])
    expect(await questions.second(id!, idOf('b'), true)).toBe(false)
    questions.setState(id!, 'passed')
    expect(questions.list(false)).toMatchObject([{ text: 'Қашан?', seconds: 0 }])
    questions.setScreen(id)
    expect(questions.screen()).toBe(id)
    questions.setState(id!, 'dropped')
    expect([questions.list(true), questions.screen()]).toEqual([[], null])
    expect(questions.setState('unknown', 'passed')).toBe(false)
  })

  test('that wait are limited, however many phones send them', async () => {
    const questions = await open()
    let refused = 0
    for (let i = 0; i < 510; i++)
      if ((await questions.ask(idOf(`${i}-`), `Сұрақ ${i}`)).refused === 'full') refused += 1
    expect(refused).toBe(10)
  })

  test('are known to another process of the talk', async () => {
    const broadcast = makeMemoryBroadcast()
    const [one, two] = [await open(broadcast), await open(broadcast)]
    const { question: id } = await one.ask(idOf('a'), 'Қашан?')
    await new Promise((resolve) => setImmediate(resolve))
    expect(two.list(true)).toMatchObject([{ text: 'Қашан?' }])
    two.setState(id!, 'passed')
    await new Promise((resolve) => setImmediate(resolve))
    expect(one.list(false)).toHaveLength(1)
    const late = await open(broadcast)
    expect(late.list(false)).toHaveLength(1)
    for (const all of [one, two, late]) all.close()
  })
})

describe('in a talk', () => {
  let talk: TestTalk
  afterEach(() => talk.close())
  const phone = async (name: string): Promise<Visitor> => {
    const visitor = await visit(talk, 'audience')
    visitor.say({ type: 'hello', version: 0, voter: idOf(name) })
    await visitor.next('state')
    return visitor
  }
  const list = async (visitor: Visitor, fits: (texts: string[], screen: string | null) => boolean) => {
    for (;;) {
      const { list: all, screen } = await visitor.next('questions')
      if (
        fits(
          all.map(({ text }) => text),
          screen,
        )
      )
        return all
    }
  }

  test('a question goes to the speaker alone, then to all; others second it once', async () => {
    talk = await openTalk()
    const speaker = await enter(talk, 'speaker')
    const [one, two] = [await phone('one'), await phone('two')]
    one.say({ type: 'ask', voter: idOf('one'), id: idOf('q1'), text: 'Қашан басталады?' })
    const { question } = await one.next('asked')
    const [waiting] = await list(speaker, (texts) => texts.length === 1)
    expect(waiting).toMatchObject({ id: question, state: 'waiting', seconds: 0 })
    expect(two.traffic()).not.toContain('Қашан басталады')
    speaker.say({ type: 'question', question: question!, state: 'passed' })
    await list(two, (texts) => texts.includes('Қашан басталады?'))
    for (let i = 0; i < 3; i++) two.say({ type: 'second', voter: idOf('two'), question: question!, on: true })
    const [seconded] = await (async () => {
      for (;;) {
        const all = (await speaker.next('questions')).list
        if (all[0]!.seconds > 0) return all
      }
    })()
    expect(seconded!.seconds).toBe(1)
    for (let i = 0; i < 3; i++) expect(await two.next('seconded')).toMatchObject({ question, on: true })
    // Nobody has such a question.
    two.say({ type: 'second', voter: idOf('two'), question: idOf('none'), on: true })
    expect(await two.next('seconded')).toMatchObject({ question: idOf('none'), on: false })
    speaker.say({ type: 'screen', question: question! })
    await list(two, (_, screen) => screen === question)
    // A phone that comes back knows what it has seconded.
    const again = await phone('two')
    for (;;) {
      const { mine } = await again.next('questions')
      if (!mine) continue
      expect(mine).toEqual([question])
      break
    }
    expect(two.traffic() + speaker.traffic()).not.toContain(idOf('one'))
  })

  test('a phone that floods is refused; a message of megabytes ends its connection alone', async () => {
    talk = await openTalk()
    const speaker = await enter(talk, 'speaker')
    const [flood, calm] = [await phone('flood'), await phone('calm')]
    for (let i = 0; i < 50; i++)
      flood.say({ type: 'ask', voter: idOf('flood'), id: idOf(`q${i}-`), text: `Сұрақ ${i}` })
    flood.socket.send('x'.repeat(10_000_000))
    await flood.ended
    expect(flood.told.filter((one) => one.type === 'asked' && one.refused === null).length).toBeLessThanOrEqual(3)
    calm.say({ type: 'ask', voter: idOf('calm'), id: idOf('c1'), text: 'Менің сұрағым' })
    expect(await calm.next('asked')).toMatchObject({ refused: null })
    await list(speaker, (texts) => texts.includes('Менің сұрағым') && texts.length <= 4)
  })

  test('a remote lets questions pass, puts one on the screen, and drops one', async () => {
    talk = await openTalk()
    const speaker = await enter(talk, 'speaker')
    const { remote, key } = await enterRemote(talk, speaker)
    const one = await phone('one')
    one.say({ type: 'ask', voter: idOf('one'), id: idOf('q1'), text: 'Қашан?' })
    one.say({ type: 'ask', voter: idOf('one'), id: idOf('q2'), text: 'Неге?' })
    const waiting = await list(remote, (texts) => texts.length === 2)
    const [first, second] = waiting.map(({ id }) => id) as [string, string]
    remote.say({ type: 'question', question: first, state: 'passed' }, key)
    await list(one, (texts) => texts.join() === 'Қашан?')
    remote.say({ type: 'screen', question: second }, key)
    await list(one, (_, screen) => screen === second)
    remote.say({ type: 'question', question: second, state: 'dropped' }, key)
    await list(speaker, (texts, screen) => texts.join() === 'Қашан?' && screen === null)
    await list(one, (texts, screen) => texts.join() === 'Қашан?' && screen === null)
  })
})
