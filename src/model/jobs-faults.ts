/** Why a Redis server cannot be used. `server` is its address without name and password. */
export type RedisFault =
  /** Packages that are not installed with Korme. */
  | { code: 'package-missing'; packages: readonly string[] }
  | { code: 'redis-unreachable'; server: string; reason: string }
  | { code: 'redis-silent'; server: string }
  /** `variable` holds the password; `given` says whether it has one. */
  | { code: 'redis-password-wrong'; server: string; variable: string; given: boolean }
  | { code: 'redis-tls-failed'; server: string; reason: string }
  /** Something answers, but not as Redis does. */
  | { code: 'redis-unlike'; server: string }
  /** It answers that it cannot do anything now. */
  | { code: 'redis-unready'; server: string; reason: string }
  | { code: 'redis-outdated'; server: string; found: string; needed: string }
  /** It was away for so long in the middle of the work. */
  | { code: 'redis-lost'; server: string; seconds: number }
  /** The same for a process that serves followers of a talk. */
  | { code: 'relay-lost'; server: string; seconds: number }

/** Why jobs were not done. */
export type JobsFault =
  | RedisFault
  | { code: 'jobs-queue-full'; waiting: number; most: number }
  /** A file is not there, or not with the content that it had when the job was handed in. */
  | { code: 'job-input-changed'; path: string }
  /** Korme did not write this job. */
  | { code: 'job-unfit' }
  /** The workers that did it ended one after the other. */
  | { code: 'job-worker-died'; deck: string }
  | { code: 'job-failed'; deck: string; reason: string }
  | { code: 'job-program-other'; wanted: string; found: string }
  | { code: 'job-browser-other'; wanted: string; found: string }
  | { code: 'store-name-unfit'; name: string }
  | { code: 'workers-missing'; server: string }

/** What is wrong with a call that wants jobs done elsewhere. */
export type JobsUsageFault =
  | { code: 'flag-missing'; flag: string; command: string; example: string }
  /** Something of the project lies where other machines cannot see it. */
  | { code: 'outside-store'; path: string; store: string }
  | { code: 'store-missing'; path: string }
  /** The address may hold a password, so it is not repeated. */
  | { code: 'redis-address-unreadable'; value: string }
  | { code: 'redis-address-secret'; variable: string }
  /** The address of the audience's page. */
  | { code: 'audience-address-unreadable'; value: string }
  | { code: 'job-count-unreadable'; value: string }
