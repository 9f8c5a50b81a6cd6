import type { BrowserExecutable } from './executable.ts'

/**
 * No request leaves the machine or reaches a server on it: a proxy that nobody answers, for loopback as well, no names
 * resolved, and none of the calls home that a browser makes on its own.
 */
const offline = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--no-pings',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication',
]

/** The same picture on every machine, and nothing of a person's own browser. */
const plain = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-dev-shm-usage', // a container's is 64 MB, too little for a long deck
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-hang-monitor',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** The arguments of a browser that works for us alone, over a pipe, so that no port is open. */
export const launchFlags = (browser: BrowserExecutable, profile: string, sandbox: boolean): string[] => [
  // A shell that keeps nothing saves the files of a profile, a tenth of the work for ten slides.
  ...(browser.isHeadlessShell ? ['--headless', '--incognito'] : ['--headless=new']),
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  ...(sandbox ? [] : ['--no-sandbox']),
  ...offline,
  ...plain,
  'about:blank',
]
