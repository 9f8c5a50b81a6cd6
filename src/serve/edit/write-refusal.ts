import { KormeError } from '../../model/errors.ts'
import { errorReason, isNotFound } from '../../system/system-error.ts'
import { EditRefused } from './edit-refused.ts'

const fullReasons: readonly string[] = ['ENOSPC', 'EDQUOT']
const readOnlyReasons: readonly string[] = ['EACCES', 'EPERM', 'EROFS']

/** Returns why a file cannot be written, from the error of the system or of `Files`; any other error as it is. */
export function writeRefusal(error: unknown, file: string): unknown {
  if (error instanceof EditRefused) return error
  const reason = reasonOf(error)
  if (reason === null) return error
  if (fullReasons.some((one) => reason.includes(one))) return new EditRefused({ code: 'edit-disk-full', file })
  if (readOnlyReasons.includes(reason)) return new EditRefused({ code: 'edit-read-only', file })
  return new EditRefused({ code: 'edit-unwritable', file, reason })
}

/** The reason of a failure to write; null for an error of another kind, which is a bug. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof KormeError)) return (error as NodeJS.ErrnoException).syscall ? errorReason(error) : null
  return error.fault.code === 'output-unwritable' ? error.fault.reason : null
}

/** Returns why a file cannot be read, from the error of the system; any other error as it is. */
export function readRefusal(error: unknown, file: string): unknown {
  if (isNotFound(error)) return new EditRefused({ code: 'edit-file-gone', file })
  return (error as NodeJS.ErrnoException).syscall ? new EditRefused({ code: 'edit-text-unreadable', file }) : error
}
