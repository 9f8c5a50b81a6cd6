import type { BrowserExecutable } from './browser-executable.ts'

/**
 * No request leaves the machine or reaches a server on it: all go to a proxy that does not exist, loopback included. No host
 * name is resolved, and the browser's own background requests are off.
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

/** Same rendering on every machine; nothing of a user's own browser. */
const reproducible = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-dev-shm-usage', // a container has 64 MB of it, too little for a long deck
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

/** Returns the arguments of a browser that is controlled over a pipe, so that no port is open. */
export const launchFlags = (executable: BrowserExecutable, profile: string, sandbox: boolean): string[] => [
  // An incognito shell writes no profile, which saves a tenth of the time for ten slides.
  ...(executable.isHeadlessShell ? ['--headless', '--incognito'] : ['--headless=new']),
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  ...(sandbox ? [] : ['--no-sandbox']),
  ...offline,
  ...reproducible,
  'about:blank',
]
