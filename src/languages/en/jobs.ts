import type { JobsFault, JobsUsageFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and } from './format.ts'

/** The meanings of error codes of a network; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at this port',
  ECONNRESET: 'the connection was closed',
  EHOSTUNREACH: 'no way leads to this machine',
  ENETUNREACH: 'no way leads to this network',
  ENOTFOUND: 'there is no machine of this name',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that this machine trusts',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that this machine trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that this machine trusts',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}
const because = (reason: string) => reasons[reason] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What goes wrong where work is handed to other machines, in English. */
export const jobs: MessagesOf<JobsFault | JobsUsageFault> = {
  'package-missing': ({ packages }) =>
    `Working with several machines needs ${and(packages)}, which do not come with Korme. Install them beside it: npm install ${packages.join(' ')}`,
  'redis-unreachable': ({ server, reason }) =>
    `Cannot connect to Redis at ${server}: ${because(reason)}. Check the address, and that the server runs.`,
  'redis-silent': ({ server }) =>
    `${server} accepts connections but says nothing. Is Redis there, and does it expect TLS (rediss://)?`,
  'redis-password-wrong': ({ server, variable, given }) =>
    given
      ? `Redis at ${server} does not accept the user or the password from ${variable}.`
      : `Redis at ${server} wants a password. Put it into the environment variable ${variable}.`,
  'redis-tls-failed': ({ server, reason }) =>
    `No encrypted connection to ${server}: ${because(reason)}. Without TLS, the address begins with redis://; a certificate of your own is named in NODE_EXTRA_CA_CERTS.`,
  'redis-unlike': ({ server }) => `${server} answers, but not as Redis does. Check the port.`,
  'redis-unready': ({ server, reason }) => `Redis at ${server} cannot work now: ${because(reason)}.`,
  'redis-outdated': ({ server, found, needed }) =>
    `Redis at ${server} has version ${found}; Korme needs ${needed} or newer.`,
  'redis-lost': ({ server, seconds }) =>
    `Redis at ${server} has not answered for ${seconds} s, so this run has ended. Jobs that it keeps go on when it is back; run the command again to collect them.`,
  'relay-lost': ({ server, seconds }) =>
    `Redis at ${server} has not answered for ${seconds} s, so this process serves no followers any more. Start it again when Redis is back.`,
  'jobs-queue-full': ({ waiting, most }) =>
    `Nothing was handed in: ${waiting} jobs are waiting already, more than the ${most} that --max-waiting allows. Start more workers, or try again later.`,
  'job-input-changed': ({ path }) =>
    `${path} is not there, or is not as it was when the job was handed in. Run the command again; all machines must see the same folder (--store).`,
  'job-unfit': () => 'This job was not written by Korme, or not by this version of it, so nothing of it was done.',
  'job-worker-died': ({ deck }) =>
    `${deck}: several workers ended while they were doing this job. Does it need more memory than they have?`,
  'job-failed': ({ deck, reason }) => `${deck}: the job failed: ${because(reason)}.`,
  'job-program-other': ({ wanted, found }) =>
    `The job is for Korme ${wanted}, and the workers have ${found}. Install the same version on all machines.`,
  'job-browser-other': ({ wanted, found }) =>
    `The job is for the browser ${wanted}, and the workers have ${found}. Install the same one on all machines, or run the command again once all have the new one.`,
  'store-name-unfit': ({ name }) => `${name} leads out of the shared folder, so it is neither read nor written.`,
  'workers-missing': ({ server }) =>
    `No worker runs on this machine for ${server}. To start one: npx korme worker --jobs ${server}`,
  'flag-missing': ({ flag, command, example }) => `“${command}” needs ${flag}, for example: ${flag} ${example}`,
  'outside-store': ({ path, store }) =>
    `${path} lies outside of ${store}, so other machines cannot see it. Name a folder that holds all decks and documents: --store /srv/talks`,
  'store-missing': ({ path }) => `There is no folder ${path}. After --store, name the folder that all machines see.`,
  'redis-address-unreadable': () =>
    'This is not an address of Redis. It looks like redis://host:6379 or, with TLS, rediss://host:6379.',
  'redis-address-secret': ({ variable }) =>
    `The address of Redis holds a password, which other users of this machine could read. Leave it out and put it into the environment variable ${variable}.`,
  'audience-address-unreadable': ({ value }) =>
    `--address cannot be “${value}”. Write the address at which browsers find the relays, without a path, such as https://talk.example.kz.`,
  'job-count-unreadable': ({ value }) => `“${value}” is not a number of jobs. Write it in digits, such as 100.`,
}
