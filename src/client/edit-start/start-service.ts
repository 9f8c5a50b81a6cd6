import type {
  DocumentJob,
  DocumentJobRequest,
  EditRefusal,
  NewDeckAnswer,
  NewDeckRequest,
  RemovedDeck,
  TrashAnswer,
} from '../../model/wire/edit-service.ts'

/** The requests of the list of decks. Errors: `RequestFailed`. */
export interface StartService {
  newDeck(request: NewDeckRequest): Promise<NewDeckAnswer>
  copy(deck: string, name: string): Promise<NewDeckAnswer>
  rename(deck: string, name: string): Promise<NewDeckAnswer>
  remove(deck: string): Promise<RemovedDeck>
  trash(): Promise<TrashAnswer>
  putBack(id: string): Promise<NewDeckAnswer>
  make(deck: string, request: DocumentJobRequest): Promise<DocumentJob>
}

/** Why nothing was done: a sentence of the server, or none if it did not answer. */
export class RequestFailed extends Error {
  readonly waitMs: number
  /** A name that is free, if that which was sent is taken; else empty. */
  readonly free: string

  constructor(message: string, { waitMs = 0, free = '' }: { waitMs?: number; free?: string } = {}) {
    super(message)
    this.waitMs = waitMs
    this.free = free
  }
}

/** Sends a request as JSON, or asks without one, and returns the answer. `lost` is the sentence for a server that does not answer. */
export async function askServer<T>(url: string, body: unknown, lost: string, token?: string): Promise<T> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  try {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(url, { cache: 'no-store', headers, ...sent })
    const answer = (await response.json()) as T & EditRefusal
    if (response.ok) return answer
    throw new RequestFailed(answer.message, answer)
  } catch (error) {
    throw error instanceof RequestFailed ? error : new RequestFailed(lost)
  }
}

/** Creates the service of the list of decks. */
export function makeStartService(token: string, lost: string): StartService {
  const ask = <T>(url: string, body: unknown) => askServer<T>(url, body, lost, token)
  const ofDeck = (deck: string, what: string) => `/decks/${encodeURIComponent(deck)}/${what}`
  return {
    newDeck: (request) => ask('/decks', request),
    copy: (deck, name) => ask(ofDeck(deck, 'copy'), { name }),
    rename: (deck, name) => ask(ofDeck(deck, 'rename'), { name }),
    remove: (deck) => ask(ofDeck(deck, 'remove'), {}),
    trash: () => ask('/trash', undefined),
    putBack: (id) => ask(`/trash/${id}/back`, {}),
    make: (deck, request) => ask(ofDeck(deck, 'documents'), request),
  }
}
