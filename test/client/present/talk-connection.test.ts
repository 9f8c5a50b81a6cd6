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

test('a page introduces itself before it sends again what got no answer', () => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', TestSocket)
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('document', { addEventListener: () => {} })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('location', { href: 'http://192.168.1.5:4321/a/x/' })
  const connection = connectTalk({
    key: () => 'k',
    version: () => 1,
    onMessage: () => {},
    onLost: () => {},
    onNotFound: () => {},
    onInvalidKey: () => true,
    // The server closes a connection on which anything else comes first.
    onHello: () => void connection.send({ type: 'ask', voter: 'v', id: 'q', text: 'Қашан?' }),
  })
  const [socket] = TestSocket.all
  socket!.dispatchEvent(new Event('open'))
  expect(socket!.sent).toEqual(['hello', 'ask'])
})
