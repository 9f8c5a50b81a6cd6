import { EditRefused } from './edit-refused.ts'

/**
 * Reads the body of a request. Stops as soon as it is larger than `limitBytes`, or says that it will be.
 * Errors: `EditRefused`.
 */
export async function readBody({ body, headers }: Request, limitBytes: number): Promise<Uint8Array> {
  const refuse = (): never => {
    throw new EditRefused({ code: 'edit-too-large', limitBytes })
  }
  if (Number(headers.get('content-length') ?? 0) > limitBytes) refuse()
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    sizeBytes += part.value.length
    if (sizeBytes > limitBytes) refuse()
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

/** Reads a JSON body of at most `limitBytes`. Errors: `EditRefused`. */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  if (mediaTypeOf(request) !== 'application/json') {
    throw new EditRefused({ code: 'edit-type-unfit', expected: 'application/json' })
  }
  const bytes = await readBody(request, limitBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new EditRefused({ code: 'edit-request-wrong' })
  }
}

/** The media type of a request without its parameters, in lower case. */
export const mediaTypeOf = ({ headers }: Request): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
