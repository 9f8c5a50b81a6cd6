import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { onTestFinished } from 'vitest'

/** A server that only pretends to be Redis. */
export interface FakeRedis {
  port: number
  address: string
  /** Closes all connections. */
  cut(): void
  /** Closes all connections and takes no more. */
  stop(): Promise<void>
}

/** Says what a server of some version answers to INFO. */
export const infoOf = (version: string): string =>
  bulk(`# Server\r\nredis_version:${version}\r\nloading:0\r\nredis_mode:standalone\r\n`)

/** An answer of one text. */
export const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`

/**
 * Starts a server, for the test that is running, that gives one answer to each command, or none.
 * Shape: `answer` gets the words of a command, the first in capitals, and returns bytes of the protocol; null says nothing.
 */
export const fakeRedis = (answer: (words: readonly string[]) => string | null): Promise<FakeRedis> =>
  listen(
    createServer((socket) => {
      let text = ''
      socket.on('data', (data) => {
        text += data.toString('latin1')
        const { commands, rest } = readCommands(text)
        text = rest
        for (const [name = '', ...words] of commands) {
          const said = answer([name.toUpperCase(), ...words])
          if (said !== null) socket.write(said)
        }
      })
    }),
  )

/** Starts a server that says the same to whatever comes; null says nothing. */
export const otherServer = (said: string | null): Promise<FakeRedis> =>
  listen(createServer((socket) => socket.on('data', () => void (said !== null && socket.write(said)))))

/** Starts a server that expects TLS, and has no certificate to show. */
export const tlsServer = (): Promise<FakeRedis> => listen(createTlsServer())

function listen(server: Server): Promise<FakeRedis> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      cut()
    })
  onTestFinished(stop)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      resolve({ port, address: `redis://127.0.0.1:${port}`, cut, stop })
    }),
  )
}

/** Reads the whole commands at the beginning of a text. */
function readCommands(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = []
  let rest = text
  for (;;) {
    const command = readCommand(rest)
    if (!command) return { commands, rest }
    commands.push(command.words)
    rest = rest.slice(command.end)
  }
}

function readCommand(text: string): { words: string[]; end: number } | null {
  const head = /^\*(\d+)\r\n/.exec(text)
  if (!head) return null
  const words: string[] = []
  let end = head[0].length
  for (let i = 0; i < Number(head[1]); i++) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(end, end + 20))
    if (!size) return null
    const start = end + size[0].length
    end = start + Number(size[1]) + 2
    if (text.length < end) return null
    words.push(text.slice(start, end - 2))
  }
  return { words, end }
}
