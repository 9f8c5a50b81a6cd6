import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { present } from '../../src/serve/present.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { freePort } from './korme-serve.ts'

let root: string
beforeEach(() => {
  root = temporaryFolder('present')
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'))
})

/** Presents a deck, and returns what is asked of the talk before it ends. */
async function ask<T>(deck: object, question: (talk: Awaited<ReturnType<typeof present>>) => T): Promise<T> {
  const file = join(root, 'talk.json')
  await writeFile(file, JSON.stringify(deck))
  const talk = await present(file, { root, port: await freePort() })
  const answer = question(talk)
  await talk.close()
  return answer
}

const content = [{ title: 'Көрме', text: 'Талдықорған' }]

test.each([
  [true, { loop: 10, content }],
  [false, { content }],
])('tells that a deck would show itself: %s', async (expected, deck) => {
  expect(await ask(deck, ({ isLoop }) => isLoop)).toBe(expected)
})

test('gives the addresses as they are now, for this machine if nobody else can connect', async () => {
  const { urls, networks, network } = await ask({ content }, (talk) => ({ ...talk.place(), urls: talk.urls }))
  const all = [urls.speaker, ...urls.audience, ...urls.remote, ...urls.typed]
  expect(all).toHaveLength(4)
  for (const url of all) expect(new URL(url).hostname).toBe('127.0.0.1')
  expect([networks, network]).toEqual([[], null])
})
