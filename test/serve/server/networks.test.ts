import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Network, NetworkKind } from '../../../src/model/wire/invitation.ts'
import {
  allAddresses,
  chooseNetwork,
  isReachable,
  listNetworks,
  watchNetworks,
} from '../../../src/serve/server/networks.ts'

type Details = Partial<NetworkInterfaceInfo>

/** An address as Node reports it. */
const info = (address: string, more: Details = {}): NetworkInterfaceInfo =>
  ({
    address,
    netmask: '255.255.255.0',
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    mac: '3c:22:fb:00:00:01',
    internal: false,
    cidr: null,
    ...more,
  }) as NetworkInterfaceInfo

const loopback = { lo: [info('127.0.0.1', { internal: true }), info('::1', { internal: true })] }
const kindOf = (name: string, address = '192.168.1.5', more: Details = {}) =>
  listNetworks(() => ({ [name]: [info(address, more)] }))[0]?.kind

describe('what a network is', () => {
  test.each<[kind: NetworkKind, name: string, address?: string, more?: Details]>([
    ['wifi', 'wlp3s0'],
    ['wifi', 'wlan0'],
    ['wifi', 'wlx00c0ca123456'],
    ['wifi', 'Wi-Fi'],
    ['wifi', 'WiFi 2'],
    ['wifi', 'Беспроводная сеть'],
    ['wifi', 'Беспроводное сетевое соединение 3'],
    // The access point that Windows makes of a computer.
    ['wifi', 'Local Area Connection* 2', '192.168.137.1'],
    ['wifi', 'Подключение по локальной сети* 12', '192.168.137.1'],
    ['cable', 'eth0'],
    ['cable', 'enp0s31f6'],
    ['cable', 'eno1'],
    ['cable', 'enx001122334455'],
    ['cable', 'Ethernet'],
    ['cable', 'Ethernet 3'],
    ['cable', 'Подключение по локальной сети'],
    ['other', 'en0'],
    ['other', 'bridge100', '192.168.2.1'],
    ['other', 'br0'],
    ['other', 'Bluetooth Network Connection'],
    ['vpn', 'tun0', '10.8.0.2'],
    ['vpn', 'utun4', '10.9.0.2'],
    ['vpn', 'wg0'],
    ['vpn', 'ppp0'],
    ['vpn', 'tailscale0', '100.101.102.103'],
    ['vpn', 'Radmin VPN', '26.1.2.3'],
    ['vpn', 'office-vpn'],
    ['vpn', 'unknown0', '100.64.0.9'],
    ['vpn', 'unknown0', '10.1.1.1', { netmask: '255.255.255.255' }],
    ['vpn', 'Ethernet 5', '10.8.0.6', { mac: '00:FF:12:34:56:78' }],
    ['mobile', 'wwan0', '10.64.3.2'],
    ['mobile', 'Сотовая связь', '10.64.3.2'],
    ['virtual', 'docker0', '172.17.0.1'],
    ['virtual', 'br-1a2b3c4d5e6f', '172.18.0.1'],
    ['virtual', 'virbr0', '192.168.122.1'],
    ['virtual', 'vmnet8', '192.168.5.1'],
    ['virtual', 'VMware Network Adapter VMnet1'],
    ['virtual', 'VirtualBox Host-Only Network', '192.168.56.1'],
    ['virtual', 'Ethernet 4', '192.168.56.1', { mac: '0a:00:27:00:00:0c' }],
    ['virtual', 'vEthernet (WSL (Hyper-V firewall))', '172.20.0.1'],
    ['virtual', 'vEthernet (Default Switch)', '172.21.0.1'],
    ['unassigned', 'eth0', '169.254.10.20'],
    ['unassigned', 'Wi-Fi', '169.254.10.20'],
    // A machine whose card belongs to a switch of Hyper-V, and guests of virtual machines.
    ['other', 'vEthernet (External)'],
    ['cable', 'eth0', '10.0.2.15', { mac: '08:00:27:11:22:33' }],
    ['cable', 'eth0', '172.17.0.2', { mac: '02:42:ac:11:00:02' }],
  ])('%s: %s %s', (kind, name, address, more) => expect(kindOf(name, address, more)).toBe(kind))

  test('phones can be in the first four kinds', () => {
    const kinds: NetworkKind[] = ['wifi', 'cable', 'other', 'vpn', 'mobile', 'virtual', 'unassigned']
    const reachable = kinds.filter((kind) => isReachable({ name: 'x', kind, address: '10.0.0.1' }))
    expect(reachable).toEqual(['wifi', 'cable', 'other', 'vpn'])
  })
})

describe('the list', () => {
  test('has the likeliest first, and neither this machine nor addresses that no URL can have', () => {
    const networks = listNetworks(() => ({
      ...loopback,
      docker0: [info('172.17.0.1')],
      tun0: [info('10.8.0.2')],
      en9: [info('192.168.3.3')],
      eth0: [info('192.168.10.20'), info('fe80::1', { scopeid: 2 })],
      wlan0: [info('192.168.1.5'), info('2001:db8::5')],
      wlan1: [info('169.254.1.1')],
    }))
    expect(networks.map(({ address }) => address)).toEqual([
      '192.168.1.5',
      '192.168.10.20',
      '192.168.3.3',
      '10.8.0.2',
      '172.17.0.1',
      '169.254.1.1',
    ])
  })

  test('writes an address of IPv6 as a URL has it, where there is no other', () => {
    const read = () => ({ wlan0: [info('fe80::1', { scopeid: 3 }), info('2001:db8::5'), info('2001:db8::6')] })
    expect(listNetworks(read)).toEqual([{ name: 'wlan0', kind: 'wifi', address: '[2001:db8::5]' }])
    expect(allAddresses(read)).toEqual(['[2001:db8::5]', '[2001:db8::6]'])
  })

  test('is empty where the system does not tell', () => {
    const refuse = () => {
      throw new Error('EACCES')
    }
    expect([listNetworks(refuse), allAddresses(refuse), listNetworks(() => ({}))]).toEqual([[], [], []])
  })
})

const wifi: Network = { name: 'wlan0', kind: 'wifi', address: '192.168.1.5' }
const cable: Network = { name: 'eth0', kind: 'cable', address: '192.168.10.20' }
const vpn: Network = { name: 'tun0', kind: 'vpn', address: '10.8.0.2' }
const docker: Network = { name: 'docker0', kind: 'virtual', address: '172.17.0.1' }

describe('the choice', () => {
  test.each<[what: string, networks: Network[], options: Parameters<typeof chooseNetwork>[1], chosen: Network | null]>([
    ['none', [], {}, null],
    ['none that phones can be in', [docker], {}, null],
    ['the likeliest', [wifi, cable, vpn, docker], {}, wifi],
    ['the only one, even of a VPN', [vpn, docker], {}, vpn],
    ['one by its address', [wifi, docker], { wanted: '172.17.0.1' }, docker],
    ['one by its name, in whatever letters', [wifi, cable], { wanted: 'ETH0' }, cable],
    ['the likeliest while the wanted one is not there', [wifi, vpn], { wanted: 'eth0' }, wifi],
    ['the one before, though Wi-Fi has come', [wifi, cable], { before: cable }, cable],
    ['no longer a VPN, once Wi-Fi has come', [wifi, vpn], { before: vpn }, wifi],
    ['no longer one that is gone', [cable], { before: wifi }, cable],
    [
      'the new address of a network',
      [{ ...wifi, address: '10.0.0.9' }],
      { before: wifi },
      { ...wifi, address: '10.0.0.9' },
    ],
    ['the wanted one, as soon as it is back', [wifi, cable], { wanted: 'eth0', before: wifi }, cable],
    ['none if the one before was not for phones', [docker], { before: docker }, null],
  ])('%s', (_, networks, options, chosen) => expect(chooseNetwork(networks, options)).toEqual(chosen))
})

describe('the watch', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('tells what has changed, once, and nothing after it was stopped', () => {
    const told: string[][] = []
    let networks: Network[] = []
    const read = vi.fn(() => networks)
    const onChange = (all: readonly Network[]) => told.push(all.map(({ address }) => address))
    const stop = watchNetworks({ read, everyMs: 1_000, onChange })
    vi.advanceTimersByTime(5_000)
    networks = [wifi]
    vi.advanceTimersByTime(3_000)
    networks = [{ ...wifi, address: '10.0.0.9' }]
    vi.advanceTimersByTime(1_000)
    networks = []
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual([['192.168.1.5'], ['10.0.0.9'], []])
    expect(read).toHaveBeenCalledTimes(11)
    stop()
    networks = [wifi]
    vi.advanceTimersByTime(9_000)
    expect(told).toHaveLength(3)
  })
})
