import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../model/lang.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { deviceOf } from './device.ts'
import { matchesSecret } from './secrets.ts'
import { type CodeResult, isCodeLike, type ShortCode } from './short-code.ts'

/** The cookie of a device that has typed the code. It is sent to no other path. */
const cookieName = 'korme-audience'

/** A request for something below the short address. */
export interface EntryRequest {
  /** The first part of the path. */
  code: string
  remoteAddress: string
  /** Shape: the header `Cookie`. */
  cookies: string | undefined
}

/** Lets devices in that come by the short address. */
export interface AudienceEntry {
  /** Whether the first part of a path is a code, even a wrong one. */
  isCode(first: string): boolean
  admit(request: EntryRequest): CodeResult
  /** The path of the page: `/k7m4/`. */
  path: string
  /** The value of the header `Set-Cookie` for a device that was let in: what others type from its network does not hold it up. */
  cookie: string
}

/** Creates the entry. `token` is the secret of the audience, which stands in no short address. */
export function makeAudienceEntry(shortCode: ShortCode, token: string): AudienceEntry {
  const path = `/${shortCode.code}/`
  return {
    path,
    isCode: isCodeLike,
    admit: ({ code, remoteAddress, cookies = '' }) => {
      const given = cookies.split(';').map((one) => one.trim().split('='))
      const knows = given.some(([name, value]) => name === cookieName && matchesSecret(value, token))
      return knows ? 'right' : shortCode.try(deviceOf(remoteAddress), code)
    },
    cookie: `${cookieName}=${token}; Path=${path}; HttpOnly; SameSite=Strict`,
  }
}

/** Answers a wrong code, or one that comes too early, in the reader's language. */
export function refuseCode(c: Context, result: Exclude<CodeResult, 'right'>, words: PresentWords['entry'], lang: Lang) {
  const seconds = result === 'wrong' ? 0 : Math.ceil(result.waitMs / 1000)
  if (seconds > 0) c.header('Retry-After', `${seconds}`)
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'")
  const text = result === 'wrong' ? words.wrong : words.wait.replace('{x}', `${seconds}`)
  return c.html(
    html`<!DOCTYPE html>
<html lang="${lang}" class="ui-on ui-remote-page">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="stylesheet" href="/client/present.css">
</head>
<body><main class="ui-gate"><h1>${words.title}</h1><p>${text}</p></main></body>
</html>`,
    result === 'wrong' ? 404 : 429,
  )
}
