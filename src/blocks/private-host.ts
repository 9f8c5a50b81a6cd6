/**
 * Whether a host is a computer or a network that the audience cannot reach: names without a dot, local names, private
 * addresses. Shape: as `URL` returns it, with numbers in canonical form.
 */
export function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[(?:::|fe[89ab]|f[cd])/i.test(host)
  if (!host.includes('.') || /\.(?:local|localhost|internal|lan|home|arpa)\.?$/i.test(host)) return true
  return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
    host,
  )
}
