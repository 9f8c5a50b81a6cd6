/** What a machine can lack. Told apart by `code`, as problems are; the sentence is chosen where it is shown. */
export type MachineFault =
  | { code: 'file-missing'; path: string }
  | { code: 'file-unreadable'; path: string; reason: string }
  | { code: 'file-is-folder'; path: string }
  | { code: 'file-not-regular'; path: string }
  | { code: 'output-unwritable'; path: string; reason: string }
  | { code: 'browser-missing' }
  | { code: 'browser-not-executable'; path: string }
  | { code: 'browser-failed'; path: string; reason: string }
  | { code: 'browser-no-sandbox'; path: string }
  | { code: 'browser-silent'; path: string; seconds: number }
  | { code: 'usage'; message: string }

/**
 * A failure of the machine or of the call, not of the author and not of ours: shown as one line, never as a stack.
 * `exitCode`: 2 wrong usage, 3 the machine lacks something.
 */
export class EnvironmentError extends Error {
  readonly fault: MachineFault
  readonly exitCode: 2 | 3

  constructor(fault: MachineFault, exitCode: 2 | 3 = 3) {
    super(fault.code)
    this.name = 'EnvironmentError'
    this.fault = fault
    this.exitCode = exitCode
  }
}
