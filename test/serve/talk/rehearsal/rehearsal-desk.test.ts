import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openLive } from '../../../../src/live/open-live.ts'
import * as closeCodes from '../../../../src/model/wire/close-codes.ts'
import type { RehearsalAction, RehearsalMessage } from '../../../../src/model/wire/rehearsal.ts'
import { makeRehearsalDesk } from '../../../../src/serve/talk/rehearsal/rehearsal-desk.ts'
import { enter, enterRemote, openTalk, type TestTalk, type Visitor } from '../talk-server.ts'

const deck = `{ "minutes": 10,
  "content": [
    { "title": "Бірінші" },   { "title": "Екінші", "text": "- бір\\n- екі",  "minutes": 2 }
  ] }
`
const written = deck
  .replace('"title": "Бірінші"', '"title": "Бірінші", "minutes": 1.5')
  .replace('"minutes": 2 ', '"minutes": 1 ')
const times = [
  { slide: 1, ms: 90_000 },
  { slide: 2, ms: 61_000 },
]
const request = (base: string | null, more: Partial<RehearsalAction> = {}): RehearsalAction => ({
  type: 'rehearsed',
  times,
  lang: 'en',
  base,
  ...more,
})

let talk: TestTalk
afterEach(() => talk.close())

async function ask(speaker: Visitor, base: string | null, more: Partial<RehearsalAction> = {}) {
  speaker.say({ ...request(base, more) })
  return speaker.next('rehearsal')
}
const copies = () => readdir(join(dirname(talk.deck), 'copies')).catch(() => [])

describe('the speaker', () => {
  test('is shown what would change, then it is written, with a copy, and all other bytes stay', async () => {
    talk = await openTalk(undefined, undefined, null, deck)
    const speaker = await enter(talk, 'speaker')
    const draft = await ask(speaker, null)
    expect(draft).toMatchObject({
      state: 'draft',
      isChanged: false,
      notice: '',
      longer: null,
      changes: [
        { slide: 1, isSection: false, before: null, after: 1.5 },
        { slide: 2, isSection: false, before: 2, after: 1 },
      ],
    })
    expect(await readFile(talk.deck, 'utf8')).toBe(deck)
    expect(await copies()).toEqual([])
    const { base } = draft as RehearsalMessage & { state: 'draft' }
    expect(await ask(speaker, base)).toMatchObject({ state: 'written' })
    expect(await readFile(talk.deck, 'utf8')).toBe(written)
    const [copy] = await copies()
    expect(await readFile(join(dirname(talk.deck), 'copies', copy!), 'utf8')).toBe(deck)
    // The plan of the pages follows.
    for (;;) {
      const { deck: change } = await speaker.next('deck')
      if (change.data) {
        expect(change.data.plan?.seconds).toEqual([90, 60])
        break
      }
    }
    expect(await ask(speaker, null)).toMatchObject({ state: 'draft', changes: [] })
  })

  test('whose file has changed meanwhile is shown the new changes first', async () => {
    talk = await openTalk(undefined, undefined, null, deck)
    const speaker = await enter(talk, 'speaker')
    const { base } = (await ask(speaker, null)) as RehearsalMessage & { state: 'draft' }
    await writeFile(talk.deck, deck.replace('"minutes": 2', '"minutes": 7'))
    const again = await ask(speaker, base)
    expect(again).toMatchObject({ state: 'draft', isChanged: true, changes: [{}, { before: 7, after: 1 }] })
    expect(await readFile(talk.deck, 'utf8')).toContain('"minutes": 7')
    await ask(speaker, (again as RehearsalMessage & { state: 'draft' }).base)
    expect(await readFile(talk.deck, 'utf8')).toBe(written)
  })

  test('is told in the language of the view that a deck with errors is not changed', async () => {
    talk = await openTalk(undefined, undefined, null, deck)
    const speaker = await enter(talk, 'speaker')
    const broken = deck.replace('"content": [', '"content": ')
    await writeFile(talk.deck, broken)
    const answer = await ask(speaker, null, { lang: 'kk' })
    expect(answer).toMatchObject({ state: 'refused', message: expect.stringMatching(/[әіңғүұқөһ]/i) })
    expect(await readFile(talk.deck, 'utf8')).toBe(broken)
  })

  test('is asked before a file gets another encoding', async () => {
    talk = await openTalk()
    const root = dirname(talk.deck)
    const path = join(root, 'old.json')
    const letters = (text: string) => text.replace(/[А-я]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x350))
    const text = '{"content":[{"title":"Первый слайд доклада"},{"title":"Второй слайд доклада"}]}'
    const bytes = Buffer.from(letters(text), 'latin1')
    await writeFile(path, bytes)
    const live = await openLive(path, { root })
    const desk = makeRehearsalDesk({
      live,
      root,
      onError: (error) => {
        throw error
      },
    })
    const draft = (await desk.receive(request(null), true)) as RehearsalMessage & { state: 'draft' }
    expect(draft.notice).toContain('windows-1251')
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0)
    await desk.receive(request(draft.base), true)
    expect(await readFile(path, 'utf8')).toBe(
      '{"content":[{"title":"Первый слайд доклада","minutes":1.5},{"title":"Второй слайд доклада","minutes":1}]}',
    )
  })

  test('on another machine changes nothing, and does not learn what is in the file', async () => {
    talk = await openTalk(undefined, undefined, null, deck)
    const live = await openLive(talk.deck)
    const desk = makeRehearsalDesk({ live, onError: () => {} })
    for (const base of [null, 'a'.repeat(64)])
      expect(await desk.receive(request(base), false)).toEqual({ type: 'rehearsal', state: 'refused', message: '' })
    expect(await readFile(talk.deck, 'utf8')).toBe(deck)
  })
})

describe('nobody else', () => {
  test('a remote and the audience are disconnected', async () => {
    talk = await openTalk(undefined, undefined, null, deck)
    const [speaker, audience] = [await enter(talk, 'speaker'), await enter(talk, 'audience')]
    const { remote, key } = await enterRemote(talk, speaker)
    remote.say({ ...request(null) }, key)
    audience.say({ ...request(null) })
    expect(await Promise.all([remote.ended, audience.ended])).toEqual([closeCodes.forbidden, closeCodes.forbidden])
    expect(await readFile(talk.deck, 'utf8')).toBe(deck)
  })

  test.each([
    ['no list', { times: 'x' }],
    ['a slide 0', { times: [{ slide: 0, ms: 1 }] }],
    ['a negative time', { times: [{ slide: 1, ms: -1 }] }],
    ['a time of weeks', { times: [{ slide: 1, ms: 1e12 }] }],
    ['a broken time', { times: [{ slide: 1, ms: 0.5 }] }],
    ['a list of thousands', { times: Array.from({ length: 2_001 }, () => ({ slide: 1, ms: 1 })) }],
    ['a null', { times: [null] }],
    ['an unknown language', { lang: 'de' }],
    ['another hash', { base: '../x' }],
  ])('a message with %s ends the connection', async (_, fields) => {
    talk = await openTalk(undefined, undefined, null, deck)
    const speaker = await enter(talk, 'speaker')
    speaker.say({ ...request(null), ...(fields as object) })
    expect(await speaker.ended).toBe(closeCodes.forbidden)
  })
})
