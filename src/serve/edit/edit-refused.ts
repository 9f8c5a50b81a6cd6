import { formatMessage, type Messages } from '../../languages/messages.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { EditFault } from '../../model/problems/edit.ts'
import type { EditRefusal } from '../../model/wire/edit-service.ts'

/** Statuses of HTTP, as the editor's pages understand them. */
const statuses = {
  'edit-forbidden': 403,
  'edit-pin-wrong': 403,
  'edit-pin-closed': 403,
  'edit-outside-project': 403,
  'edit-deck-unknown': 404,
  'edit-file-gone': 404,
  'edit-conflict': 409,
  'edit-outdated': 409,
  'edit-converts': 409,
  'edit-name-taken': 409,
  'edit-too-large': 413,
  'edit-type-unfit': 415,
  'edit-picture-broken': 415,
  'edit-film-unfit': 415,
  'edit-request-wrong': 422,
  'edit-text-unreadable': 422,
  'edit-impossible': 422,
  'edit-name-unfit': 422,
  'edit-deck-unfit': 422,
  'edit-read-only': 423,
  'edit-hard-linked': 423,
  'edit-unwritable': 423,
  'edit-file-busy': 423,
  'edit-disk-full': 507,
  'edit-failed': 500,
} as const satisfies Record<EditFault['code'], number>

/** The status for a file that is no picture which pages can show. */
const pictureStatus = 415

/** A status with which an edit is refused. */
export type RefusalStatus = (typeof statuses)[EditFault['code']]

/** What a refusal tells besides its sentence. */
type Details = Omit<EditRefusal, 'code' | 'message'>

/** Thrown when an edit is refused; nothing was written then. */
export class EditRefused extends Error {
  readonly fault: EditFault | AssetProblem
  readonly details: Details

  constructor(fault: EditFault | AssetProblem, details: Details = {}) {
    super(fault.code)
    this.fault = fault
    this.details = details
  }

  get status(): RefusalStatus {
    const { code } = this.fault
    return code in statuses ? statuses[code as EditFault['code']] : pictureStatus
  }

  /** The body of the response, in a language. */
  body(messages: Messages): EditRefusal {
    return { code: this.fault.code, message: formatMessage(messages, this.fault), ...this.details }
  }
}
