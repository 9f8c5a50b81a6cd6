import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditRequest } from '../../../src/model/wire/edit.ts'
import type { SourceAnswer } from '../../../src/model/wire/edit-service.ts'
import type { EditSource } from '../../../src/model/wire/edit-source.ts'
import type { ServeHandle, ServeOptions } from '../../../src/serve/options.ts'
import { serve } from '../../../src/serve/serve.ts'
import { atEndOfFile } from '../../support/end-of-file.ts'
import { makeFolder } from '../korme-serve.ts'

/** An answer of the server as a page sees it. */
export interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  body: any
}

/** A server under `--edit`, with decks of its own. */
export interface EditingServer {
  folder: string
  server: ServeHandle
  token: string
  bugs: unknown[]
  /** Sends a request as a page of this server does, unless `headers` say otherwise. */
  ask(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  edit(deck: string, request: EditRequest & Record<string, unknown>): Promise<Answered>
  source(deck: string): Promise<EditSource & SourceAnswer>
  /** Returns the bytes of a file in its folder. */
  file(name: string): Promise<Buffer>
}

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Starts a server in a folder of its own with these files, on a port that is free; it ends with the test file. */
export async function openEditing(
  files: Record<string, string | Uint8Array>,
  options: ServeOptions = {},
): Promise<EditingServer> {
  const folder = await makeFolder({ 'static/img/.keep': '', ...files })
  const bugs: unknown[] = []
  const server = await serve({
    root: folder.path,
    edit: true,
    messages: 'en',
    onError: (error) => bugs.push(error),
    ...options,
  })
  atEndOfFile(() => server.close())
  const token = new URL(server.editing?.url ?? '').hash.slice('#edit='.length)
  const ask: EditingServer['ask'] = async (path, body, headers = {}) => {
    const all: Record<string, string> = {
      authorization: `Bearer ${token}`,
      origin: server.url.slice(0, -1),
      ...headers,
    }
    const raw = body instanceof Uint8Array || typeof body === 'string'
    if (body !== undefined && !raw) all['content-type'] ??= 'application/json'
    const response = await fetch(server.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: all,
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: /^[{[]/.test(text) ? JSON.parse(text) : text }
  }
  return {
    folder: folder.path,
    server,
    token,
    bugs,
    ask,
    edit: (deck, request) => ask(`decks/${deck}/edit`, request),
    source: async (deck) => (await ask(`decks/${deck}/source`)).body,
    file: (name) => readFile(join(folder.path, name)),
  }
}
