import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveBackOnlineBrowser, openOnline } from '../../online.ts'
import { deckOf } from '../korme-serve.ts'
import { type EditingServer, hashOf, openEditing } from './editing-server.ts'

const deck = deckOf(['One', 'Two'])
let editing: EditingServer
let evil: Server
let evilAddress: string

beforeAll(async () => {
  editing = await openEditing({ 'decks/talk.json': deck })
  evil = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end('<title>evil</title>'),
  )
  evil.listen(0, '127.0.0.1')
  await once(evil, 'listening')
  // Another site for the browser, on this very machine.
  evilAddress = `http://localhost:${(evil.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await giveBackOnlineBrowser()
  evil.closeAllConnections()
  evil.close()
})

/** What a hostile page tries that knows the address of a deck, and even the token. Returns what it could read. */
const attack = async (server: string, token: string, body: string): Promise<string[]> => {
  const read: string[] = []
  const note = (what: string, work: Promise<unknown>) =>
    work.then(
      (got) => got !== undefined && read.push(`${what}: ${String(got).slice(0, 100)}`),
      () => {},
    )
  const text = (response: Response) => (response.type === 'opaque' ? undefined : response.text())
  const url = `${server}decks/talk/`
  const authorization = `Bearer ${token}`
  const post = (init: RequestInit) => fetch(`${url}edit`, { method: 'POST', body, ...init }).then(text)
  await note('simple', post({ mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } }))
  await note('credentials', post({ mode: 'no-cors', credentials: 'include' }))
  await note('json', post({ headers: { 'Content-Type': 'application/json', authorization } }))
  await note('keepalive', post({ mode: 'no-cors', keepalive: true }))
  await note(
    'picture',
    fetch(`${url}pictures?name=evil.png`, { method: 'POST', mode: 'no-cors', body: new Blob([body]) }).then(text),
  )
  await note('new deck', fetch(`${server}decks`, { method: 'POST', mode: 'no-cors', body }).then(text))
  await note('source', fetch(`${url}source`, { headers: { authorization } }).then(text))
  await note('source, unasked', fetch(`${url}source`, { mode: 'no-cors' }).then(text))
  navigator.sendBeacon(`${url}edit`, new Blob([body], { type: 'application/json' }))
  const socket = new WebSocket(`${url.replace('http', 'ws')}live?run=x`)
  await note(
    'socket',
    new Promise((resolve, reject) => {
      socket.onopen = () => resolve('open')
      socket.onerror = reject
    }),
  )
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', enctype: 'text/plain', action: `${url}edit`, target: 'frame' })
  const [before = '', after = ''] = body.split('=')
  const field = document.createElement('input')
  Object.assign(field, { name: before, value: after })
  form.append(field)
  const frame = document.createElement('iframe')
  frame.name = 'frame'
  document.body.append(frame, form)
  const loaded = new Promise((resolve) => {
    frame.onload = resolve
  })
  form.submit()
  await loaded
  return read
}

test('a page of another site in the same browser changes and reads nothing, even if it knows the token', async () => {
  const body = JSON.stringify({
    base: hashOf(deck),
    ops: [{ op: 'set', path: ['name'], value: 'Taken=over' }],
    name: 'evil',
    sample: null,
    lang: 'en',
  })
  const { page } = await openOnline(evilAddress)
  expect(await page.evaluate(attack, editing.server.url, editing.token, body)).toEqual([])
  expect(String(await editing.file('decks/talk.json'))).toBe(deck)
  expect(await readdir(join(editing.folder, 'decks'))).toEqual(['talk.json'])
  expect(await readdir(join(editing.folder, 'static/img'))).toEqual(['.keep'])
  await page.close()
})

test('a page of the server itself may: the browser sends what it asks for', async () => {
  const { page } = await openOnline(`${editing.server.url}decks/talk/#edit=${editing.token}`)
  const statuses = await page.evaluate(
    async (token, base) => {
      const authorization = `Bearer ${token}`
      const json = { authorization, 'Content-Type': 'application/json' }
      const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
        fetch(path, { method: 'POST', headers, body }).then(({ status }) => status)
      const ops = [{ op: 'set', path: ['content', 0, 'title'], value: 'From the page' }]
      const large = new Blob([new Uint8Array(100_000_000)], { type: 'image/jpeg' })
      return [
        await fetch('source', { headers: { authorization } }).then(({ status }) => status),
        await post('edit', json, JSON.stringify({ base, ops })),
        await post('pictures?name=large.jpg', { authorization }, large),
        await post(
          'pictures?name=a.svg',
          { authorization, 'Content-Type': 'image/svg+xml' },
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        ),
      ]
    },
    editing.token,
    hashOf(deck),
  )
  expect(statuses).toEqual([200, 200, 413, 200])
  expect(String(await editing.file('decks/talk.json'))).toContain('"From the page"')
  await page.close()
})
