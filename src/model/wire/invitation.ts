import type { WifiNetwork } from './wifi.ts'

/**
 * What a network of a machine is, as far as its name and addresses tell: `other` for one that does not say it, such as
 * `en0`; `mobile` for a modem; `virtual` for that of containers and virtual machines; `unassigned` for one that nobody has
 * given an address.
 */
export type NetworkKind = 'wifi' | 'cable' | 'other' | 'vpn' | 'mobile' | 'virtual' | 'unassigned'

/** A network that a machine is in. */
export interface Network {
  /** The name that the system has for it: `wlp3s0`, `Wi-Fi`. */
  name: string
  kind: NetworkKind
  /** The address of the machine in it. Shape: as a URL has it; IPv6 in brackets. */
  address: string
}

/** A QR code. Units: modules. */
export interface QrPath {
  size: number
  path: string
}

/** What the speaker's pages show to those who want to connect. */
export interface Invitation {
  /** The command that lets other devices connect; null if they can already. */
  command: string | null
  /** All networks of the machine, the likeliest first; empty if other devices cannot connect. */
  networks: readonly Network[]
  /** That of the addresses below; null while there is none that phones can be in. */
  network: Network | null
  /** Whether other processes serve the audience: it can connect whatever this machine allows, and needs no network of it. */
  isRelayed: boolean
  /**
   * Null while there is no network, `remote` alone if the audience needs none; without QR codes for those whom only this
   * machine could connect.
   */
  addresses: {
    /** `typed` is short enough to be typed. */
    audience: { address: string; typed: string; qr: QrPath | null }
    remote: { address: string; qr: QrPath | null } | null
  } | null
  /** The Wi-Fi that the speaker has entered, and the code that lets a phone join it. */
  wifi: (WifiNetwork & { qr: QrPath | null }) | null
}
