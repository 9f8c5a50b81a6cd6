import { sampleNames } from '../../model/flags.ts'
import { langs } from '../../model/lang.ts'
import { limits } from '../../model/limits.ts'
import type { Edit, JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp, EditRequest } from '../../model/wire/edit.ts'
import type { DocumentJobRequest, DraftRequest, NewDeckRequest, SentEdit } from '../../model/wire/edit-service.ts'
import { EditRefused } from './edit-refused.ts'

/** More ops than an edit by hand ever has: a replacement in a whole deck. */
const maxOps = 50_000

type Fields = Readonly<Record<string, unknown>>

const wrong = (): never => {
  throw new EditRefused({ code: 'edit-request-wrong' })
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{8,64}$/.test(value)
const isStep = (value: unknown) => isCount(value) || (typeof value === 'string' && value.length <= 1_000)

/** Whether a value is the path of a value in a deck. */
export const isNodePath = (value: unknown): value is NodePath =>
  Array.isArray(value) && value.length <= limits.depth && value.every(isStep)

/** Whether brackets of a value are inside one another as deep as a deck may have them. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return false
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return true
}

const isValue = (value: unknown): value is JsonValue => value !== undefined && isShallow(value)

/** Checks the fields of each op. */
const opChecks: Readonly<Record<EditOp['op'], (fields: Fields) => boolean>> = {
  set: ({ path, value }) => isNodePath(path) && isValue(value),
  remove: ({ path }) => isNodePath(path),
  insert: ({ path, value }) => isNodePath(path) && isValue(value),
  move: ({ from, path }) => isNodePath(from) && isNodePath(path),
  copy: ({ from, path }) => isNodePath(from) && isNodePath(path),
}

const isOp = (value: unknown): value is EditOp =>
  isFields(value) && Object.hasOwn(opChecks, String(value.op)) && opChecks[value.op as EditOp['op']](value)

const isChange = (value: unknown): value is Edit =>
  isFields(value) &&
  isCount(value.start) &&
  isCount(value.end) &&
  value.start <= value.end &&
  typeof value.text === 'string' &&
  !/\p{Surrogate}/u.test(value.text)

const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.length <= maxOps && value.every(isItem)

function parseEditRequest({ base, ops, changes }: Fields): EditRequest {
  if (typeof base !== 'string' || !/^[0-9a-f]{64}$/.test(base)) return wrong()
  if (isList(ops, isOp) && changes === undefined) return { base, ops }
  return isList(changes, isChange) && ops === undefined ? { base, changes } : wrong()
}

/** Checks an edit. Errors: `EditRefused`. */
export function parseEdit(body: unknown): SentEdit {
  if (!isFields(body)) return wrong()
  const { convert = false, editor, id } = body
  if (typeof convert !== 'boolean' || !(editor === undefined || isCount(editor)) || !(id === undefined || isId(id)))
    return wrong()
  return {
    ...parseEditRequest(body),
    convert,
    ...(editor === undefined ? {} : { editor }),
    ...(id === undefined ? {} : { id }),
  }
}

/** Checks a request for a draft. Errors: `EditRefused`. */
export function parseDraft(body: unknown): DraftRequest {
  if (!isFields(body)) return wrong()
  const { slide, tag } = body
  if (!isCount(slide) || slide === 0 || !(tag === undefined || isTag(tag))) return wrong()
  return { ...parseEditRequest(body), slide, ...(tag === undefined ? {} : { tag }) }
}

const isTag = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)

const kinds: readonly DocumentJobRequest['kind'][] = ['html', 'pdf', 'handout']

/** Checks a request for a document. Errors: `EditRefused`. */
export function parseDocumentRequest(body: unknown): DocumentJobRequest {
  if (!isFields(body)) return wrong()
  const kind = kinds.find((one) => one === body.kind) ?? wrong()
  return body.lang === undefined ? { kind } : { kind, lang: langs.find((one) => one === body.lang) ?? wrong() }
}

/** Checks a request for a new deck. Errors: `EditRefused`. */
export function parseNewDeck(body: unknown): NewDeckRequest {
  if (!isFields(body)) return wrong()
  const sample = body.sample === null ? null : (sampleNames.find((one) => one === body.sample) ?? wrong())
  const lang = [...langs, 'all' as const].find((one) => one === body.lang) ?? wrong()
  const title = body.title === undefined ? {} : { title: parseText(body, 'title') }
  return { name: parseText(body, 'name'), ...title, sample, lang }
}

/** Returns a text field of a body. Errors: `EditRefused`. */
export function parseText(body: unknown, field: string): string {
  const text = isFields(body) ? body[field] : undefined
  return typeof text === 'string' ? text : wrong()
}
