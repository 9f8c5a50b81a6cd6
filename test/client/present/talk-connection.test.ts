import { afterEach, expect, test, vi } from 'vitest'
import { connectTalk } from '../../../src/client/present/talk-connection.ts'

/** A socket that keeps what is sent, and opens when the test says so. */
class TestSocket extends EventTarget {
  static readonly OPEN = 1
  static all: TestSocket[] = []
  readyState = 1
  sent: string[] = []
  constructor() {
    super()
    TestSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text).type)
  }
  close() {}
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const browserParts = () => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', TestSocket)
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('document', { addEventListener: () => {} })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('location', { href: 'http://192.168.1.5:4321/a/x/' })
  TestSocket.all = []
}
const silent = {
  key: () => 'k',
  version: () => 1,
  onMessage: () => {},
  onNotFound: () => {},
  onInvalidKey: () => true,
}

test.each([
  { type: 'go', page: 's2', step: null },
  { type: 'black', on: true },
  { type: 'stage', message: { id: 'm', choice: 'five', text: '' } },
] as const)('$type without an answer tells of a lost connection within four seconds', (message) => {
  browserParts()
  const onLost = vi.fn()
  const connection = connectTalk({ ...silent, onLost })
  TestSocket.all[0]!.dispatchEvent(new Event('open'))
  expect(connection.send(message)).toBe(true)
  vi.advanceTimersByTime(4_000)
  expect(onLost).toHaveBeenLastCalledWith(true)
})

test('a page introduces itself before it sends again what got no answer', () => {
  browserParts()
  const connection = connectTalk({
    ...silent,
    onLost: () => {},
    // The server closes a connection on which anything else comes first.
    onHello: () => void connection.send({ type: 'ask', voter: 'v', id: 'q', text: 'Қашан?' }),
  })
  const [socket] = TestSocket.all
  socket!.dispatchEvent(new Event('open'))
  expect(socket!.sent).toEqual(['hello', 'ask'])
})
