import { once } from 'node:events'
import { connect } from 'node:net'
import { WebSocket } from 'ws'

/** A raw response. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Sends raw bytes and reads the response, so that no library normalizes the URL or the headers. */
export async function sendRaw(port: number, bytes: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  const [head = '', ...body] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: ?/, '')])
  const all = Object.fromEntries(headers)
  const rest = body.join('\r\n\r\n')
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: all,
    body: all['transfer-encoding'] === 'chunked' ? joined(rest) : rest,
  }
}

/** Decodes a chunked body. */
function joined(chunks: string): string {
  const end = chunks.indexOf('\r\n')
  const length = Number.parseInt(chunks.slice(0, end), 16)
  if (!(length > 0)) return ''
  const from = end + 2
  return chunks.slice(from, from + length) + joined(chunks.slice(from + length + 2))
}

/** Requests a target exactly as written, with a `Host` header. */
export function ask(
  port: number,
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return sendRaw(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
}

/** Opens a socket as a page of an origin would. Returns the open socket, or the status of the refusal. */
export function openSocket(
  port: number,
  target: string,
  headers: Record<string, string> = {},
): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${target}`, {
    headers: { Origin: `http://127.0.0.1:${port}`, ...headers },
  })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    socket.on('error', reject)
  })
}
