import type { EditAnswer, EditRequest } from '../../model/wire/edit.ts'
import type {
  DraftAnswer,
  DraftRequest,
  EditRefusal,
  FilmAnswer,
  PictureAnswer,
  SentEdit,
} from '../../model/wire/edit-service.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import type { PinsAnswer, PlacesAnswer } from '../../model/wire/map-edit.ts'
import type { DraftMarks, SourceMarks } from '../../model/wire/source-marks.ts'
import type { ThemesAnswer } from '../../model/wire/theme-titles.ts'

/** What the server answered instead of doing what was asked. */
export class Refused extends Error {
  readonly status: number
  readonly refusal: EditRefusal

  constructor(status: number, refusal: EditRefusal) {
    super(refusal.message)
    this.status = status
    this.refusal = refusal
  }
}

/** No answer came: the connection is lost, or the server has ended. */
export class Unanswered extends Error {
  readonly isUnanswered = true
}

/**
 * The requests of an editor to its server.
 *
 * Errors: `Refused`; `Unanswered`. An abandoned draft rejects with an `AbortError`.
 */
export interface EditService {
  source(): Promise<EditSource>
  /** The findings at their places in the file. */
  marks(): Promise<SourceMarks>
  /** What is to be said about a text that is not saved. */
  draftMarks(text: string): Promise<DraftMarks>
  edit(request: EditRequest, more: Pick<SentEdit, 'convert' | 'editor' | 'id'>): Promise<EditAnswer>
  draft(request: DraftRequest, signal: AbortSignal): Promise<DraftAnswer>
  addPicture(file: Blob, name: string): Promise<PictureAnswer>
  /** Adds a film; `onPart` is told how much of it was sent, from 0 to 1. */
  addFilm(file: File, onPart: (part: number) => void): Promise<FilmAnswer>
  /** The places that a text may mean. `lang` is the language of what is written. */
  places(text: string, lang: string, signal: AbortSignal): Promise<PlacesAnswer>
  /** The themes that the deck can choose. */
  themes(): Promise<ThemesAnswer>
  /** The pins of the maps on a page. */
  pins(page: string): Promise<PinsAnswer>
}

/** Returns the service of the page's deck. URLs are relative to the page. */
export function makeService(token: string): EditService {
  const ask = async <T>(url: string, init: RequestInit = {}): Promise<T> => {
    const headers = { Authorization: `Bearer ${token}`, ...init.headers }
    const response = await fetch(url, { cache: 'no-store', ...init, headers }).catch((error: unknown) => {
      throw (error as Error).name === 'AbortError' ? error : new Unanswered()
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok && body !== null) return body as T
    // A proxy or a server that is going down answers in words of its own.
    if (body === null || response.status === 502 || response.status === 503) throw new Unanswered()
    throw new Refused(response.status, body as EditRefusal)
  }
  const post = <T>(url: string, body: unknown, signal?: AbortSignal) =>
    ask<T>(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
  return {
    source: () => ask('source'),
    marks: () => ask('marks'),
    draftMarks: (text) => post('marks', { text }),
    edit: (request, more) => post('edit', { ...request, ...more }),
    draft: (request, signal) => post('draft', request, signal),
    addFilm: (file, onPart) => sendFilm(token, file, onPart),
    places: (text, lang, signal) => ask(`places?${new URLSearchParams({ q: text, lang })}`, { signal }),
    themes: () => ask('themes'),
    pins: (page) => ask(`pins?${new URLSearchParams({ page })}`),
    addPicture: (file, name) =>
      ask(`pictures?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'Content-Type': file.type.startsWith('image/') ? file.type : 'application/octet-stream' },
        body: file,
      }),
  }
}

/** Sends a film. Only this older kind of request tells how much was sent. */
function sendFilm(token: string, file: File, onPart: (part: number) => void): Promise<FilmAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `films?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.setRequestHeader('Content-Type', file.type.startsWith('video/') ? file.type : 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(loaded / Math.max(total, 1)))
    request.addEventListener('error', () => reject(new Unanswered()))
    request.addEventListener('load', () => {
      const { status, response } = request
      if (status === 200 && response) resolve(response as FilmAnswer)
      else reject(response ? new Refused(status, response as EditRefusal) : new Unanswered())
    })
    request.send(file)
  })
}
