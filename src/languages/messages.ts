import type { Problem } from '../model/diagnostic.ts'
import type { MachineFault, UsageFault } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import type { EditFault } from '../model/problems/edit.ts'
import type { CliMessages } from './cli-messages.ts'

/** One sentence for each code of a set of problems. A missing code or a wrong field does not compile. */
export type MessagesOf<P extends { code: string }> = { [C in P['code']]: (problem: Extract<P, { code: C }>) => string }

/** Everything that has a sentence: a mistake of the author, a failure of the machine, wrong usage, a refused edit. */
export type ReportableProblem = Problem | MachineFault | UsageFault | EditFault

/** Everything that Korme says to the people who run it, in one language. */
export interface Messages {
  lang: Lang
  sentences: MessagesOf<ReportableProblem>
  /** The other texts of the command line: help, summaries, labels. */
  cli: CliMessages
}

/** Returns the sentence for a problem. */
export const formatMessage = (messages: Messages, problem: ReportableProblem): string =>
  (messages.sentences[problem.code] as (p: ReportableProblem) => string)(problem)
